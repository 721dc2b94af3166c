namespace Verifik.Tests.Contract;

/// <summary>What these tests require of generated source is required on both targets.</summary>
public sealed class GeneratedCodeTests
{
    [Theory]
    [InlineData("internal sealed class A { public string Name { get; } = null; }", "CS8625")]
    [InlineData("internal sealed class A { public Verifik.Internal.Http.TokenHandler Handler => null!; }", "CS0122")]
    [InlineData("/// <summary>See <see cref=\"Nothing\"/>.</summary>\ninternal sealed class A { }", "CS1574")]
    public void AWarning_IsFound_OnBothTargets(string source, string code)
    {
        var errors = GeneratedCode.Errors(source).ToList();

        Assert.Equal(["net10.0", "netstandard2.0"], errors.Where(error => error.Contains(code, StringComparison.Ordinal)).Select(error => error.Split(':')[0]));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => GeneratedCode.Emit(source));
    }
}
