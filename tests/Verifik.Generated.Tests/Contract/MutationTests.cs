namespace Verifik.Tests.Contract;

/// <summary>No small change of the contract passes unseen: the check refuses it, or the generated source shows it.</summary>
public sealed class MutationTests(MutationRun run) : IClassFixture<MutationRun>
{
    [Fact]
    public void AChange_IsRefusedOrShown_OrExplained()
    {
        var unseen = run.Silent.Where(mutation => !SilentChanges.Explained.Keys.Any(place => place.IsMatch(mutation.ToString()))).ToList();

        Assert.True(unseen.Count == 0, "Nothing shows these changes:\n" + string.Join("\n", unseen));
    }

    [Fact]
    public void AnExplanation_StillExplainsSomething() =>
        Assert.All(SilentChanges.Explained.Keys, place => Assert.Contains(run.Silent, mutation => place.IsMatch(mutation.ToString())));

    [Fact]
    public void TheGuards_AreAskedOften()
    {
        Assert.True(run.Refused > 200, $"{run.Refused} changes were refused.");
        Assert.True(run.Shown > 100, $"{run.Shown} changes were shown.");
    }
}
