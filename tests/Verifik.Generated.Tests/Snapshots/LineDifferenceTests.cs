namespace Verifik.Tests.Snapshots;

public sealed class LineDifferenceTests
{
    [Fact]
    public void AChangedLine_IsShownWithThreeLinesAroundIt() =>
        Assert.Equal("@@ line 2 @@\n  b\n  c\n  d\n- e\n+ E\n  f\n  g\n  h", Between("a b c d e f g h i", "a b c d E f g h i"));

    [Fact]
    public void DistantChanges_AreShownSeparately() =>
        Assert.Equal(
            "@@ line 1 @@\n- a\n  b\n  c\n  d\n@@ line 7 @@\n  h\n  i\n  j\n+ k",
            Between("a b c d e f g h i j", "b c d e f g h i j k"));

    [Fact]
    public void ANewText_IsShownAsAdded() => Assert.Equal("@@ line 1 @@\n+ a\n+ b", LineDifference.Between([], ["a", "b"]));

    private static string Between(string before, string after) => LineDifference.Between(before.Split(' '), after.Split(' '));
}
