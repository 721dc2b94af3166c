namespace Verifik.Tests.Contract;

/// <summary>Every small change of the contract is detected: the check rejects it, or the generated source changes.</summary>
[Trait("Run", "Long")]
public sealed class MutationTests(MutationRun run) : IClassFixture<MutationRun>
{
    [Fact]
    public void AChange_IsReportedOrInTheSource_OrExplained()
    {
        var unseen = run.Silent.Where(mutation => !SilentChanges.Explained.Keys.Any(place => place.IsMatch(mutation.ToString()))).ToList();

        Assert.True(unseen.Count == 0, "Nothing shows these changes:\n" + string.Join("\n", unseen));
    }

    [Fact]
    public void AnExplanation_IsStillNeeded() =>
        Assert.All(SilentChanges.Explained.Keys, place => Assert.Contains(run.Silent, mutation => place.IsMatch(mutation.ToString())));

    [Fact]
    public void BothGuards_DetectManyChanges()
    {
        Assert.True(run.Refused > 200, $"{run.Refused} changes were refused.");
        Assert.True(run.Shown > 100, $"{run.Shown} changes were shown.");
    }
}
