namespace Verifik.Sandbox.Behaviour;

/// <summary>The two operations of Verifik's public documentation, "API Key Access via Email". The first has the address in its query.</summary>
internal sealed class EmailLogin(LoginCodes codes, SandboxTokens tokens)
{
    public Task<object> RequestAsync(HttpRequest request)
    {
        Refusal.ThrowIfMissing(request.Query, "email");
        var email = request.Query["email"].ToString();
        var account = new EmailAccount(email);
        return Task.FromResult(LoginFaults.OfRequest(account, () =>
        {
            var pending = codes.Send(account) ?? throw Refusal.InvalidEmail();
            return new EmailLoginResponse
            {
                Data = new EmailValidation { Status = "sent", Email = email, ExpiresAt = pending.ExpiresAt },
                Signature = Mark.Sign(pending.CreatedAt),
                Id = Mark.Reference(),
            };
        }));
    }

    public async Task<object> ConfirmAsync(HttpRequest request)
    {
        var fields = await RequestFields.ReadAsync(request);
        fields.Require("email", "otp");
        var account = new EmailAccount(fields.Text("email") ?? "");
        return codes.Use(account, fields.Text("otp"))
            ? LoginFaults.OfConfirmation(account, new ConfirmEmailLoginResponse { Data = tokens.Issue(account) })
            : throw Refusal.InvalidOtp();
    }
}
