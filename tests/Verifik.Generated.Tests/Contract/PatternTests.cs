using System.Text.RegularExpressions;
using Verifik.Contract.Model;

namespace Verifik.Tests.Contract;

/// <summary>A pattern is an ECMA-262 regular expression, and is converted to .NET syntax.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData(@"^\d{3}$", "^[0-9]{3}$")]
    [InlineData(@"^[\w.-]+@x$", "^[A-Za-z0-9_.-]+@x$")]
    [InlineData(@"^\\d$", @"^\\d$")]
    [InlineData(@"^[^\s@]+$", @"^[^\s@]+$")]
    [InlineData("^[a-z-[aeiou]+$", @"^[a-z-\[aeiou]+$")]
    [InlineData(@"[\]\d]\D", @"[\]0-9][^0-9]")]
    public void ACharacterClass_IsThatOfEcmaScript(string pattern, string expected) => Assert.Equal(expected, EcmaPattern.ToDotNet(pattern));

    [Fact]
    public void ACharacterClass_HasTheSameCharacters_InsideAndOutsideBrackets()
    {
        foreach (var letter in "dwDW")
        {
            var (inside, outside) = (new Regex(EcmaPattern.ToDotNet($@"^[\{letter}]$")), new Regex(EcmaPattern.ToDotNet($@"^\{letter}$")));
            for (var code = 0; code <= char.MaxValue; code++)
            {
                var character = (char)code;
                var isOf = char.IsUpper(letter) ^ (char.IsAsciiDigit(character) || (letter is 'w' or 'W' && (char.IsAsciiLetter(character) || character == '_')));
                Assert.True(isOf == outside.IsMatch(character.ToString()) && isOf == inside.IsMatch(character.ToString()), $@"\{letter} and U+{code:X4}");
            }
        }
    }

    [Theory]
    [InlineData(@"\bé", "é", false)]
    [InlineData(@"\be", "e", true)]
    [InlineData(@"\Bé", "é", true)]
    public void AWordBoundary_IsThatOfEcmaScript(string pattern, string value, bool fits) =>
        Assert.Equal(fits, EcmaPattern.IsMatch(value, pattern, TimeSpan.FromSeconds(1)));
}
