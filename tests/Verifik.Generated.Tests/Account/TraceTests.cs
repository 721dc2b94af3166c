using System.Diagnostics;
using System.Net;

namespace Verifik.Tests.Account;

/// <summary>Which activities the requests for a token belong to.</summary>
public sealed class TraceTests : TokenTest
{
    [Fact]
    public async Task TheSteps_AreActivitiesOfTheirCaller_AndARenewalIsItsOwn_EachWithItsResult()
    {
        var application = Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == VerifikDiagnostics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        var activities = new List<Activity>();
        application.Wire.BeforeAnswer = (_, _) =>
        {
            activities.Add(Activity.Current!);
            return Task.CompletedTask;
        };
        using var caller = new Activity("caller").Start();

        await application.LoginAsync();
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.CompleteLoginAsync("000000"));
        await application.Session.RevokeAsync();
        application.Wire.Fail("/v2/auth/renew-and-revoke", HttpStatusCode.BadGateway);
        await Assert.ThrowsAsync<VerifikApiException>(() => application.Session.RevokeAsync());
        application.Wire.Fail("/v2/auth/session", HttpStatusCode.ServiceUnavailable);
        await PassAsync(InTheWindow);
        application.Wire.Instead = null;
        await PassAsync(TimeSpan.FromMinutes(2));
        await application.Session.RenewAsync();

        Assert.Equal(
            [
                "caller: verifik.login.request Unset",
                "caller: verifik.login.confirm Unset",
                "caller: verifik.login.confirm Error error.type=Verifik.VerifikApiException",
                "caller: verifik.token.revoke Unset",
                "caller: verifik.token.revoke Error error.type=Verifik.VerifikApiException",
                "verifik.token.renew Error outcome=Failed error.type=Verifik.VerifikApiException",
                "verifik.token.renew Unset outcome=Renewed",
                "verifik.token.renew Unset outcome=NotLonger",
            ],
            activities.Select(activity => Described(activity, caller)));
    }

    private static string Described(Activity activity, Activity caller)
    {
        var parent = activity.ParentSpanId == caller.SpanId ? "caller: " : "";
        return string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Prepend($"{parent}{activity.OperationName} {activity.Status}"));
    }
}
