using System.Globalization;
using System.Text.RegularExpressions;
using Verifik.Runtime;

namespace Verifik.Tests.Runtime;

/// <summary>The constraints of the contract, at their bounds.</summary>
public sealed partial class ConstraintTests
{
    private const string Name = "Number";

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(null, true)]
    public void ARange_IncludesBothOfItsBounds(int? value, bool holds) =>
        AssertHolds(holds, () => Constraint.Range(Name, value, 1, 9), "Number must be from 1 to 9.");

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(null, true)]
    public void ALowerLimitThatIsExclusive_IsNotIncluded(int? value, bool holds) =>
        AssertHolds(holds, () => Constraint.Above(Name, value, 1), "Number must be more than 1.");

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    [InlineData(null, true)]
    public void AnUpperLimitThatIsExclusive_IsNotIncluded(int? value, bool holds) =>
        AssertHolds(holds, () => Constraint.Below(Name, value, 9), "Number must be less than 9.");

    [Theory]
    [InlineData("", false)]
    [InlineData("a", false)]
    [InlineData("ab", true)]
    [InlineData("abc", true)]
    [InlineData("abcd", false)]
    [InlineData("\ud83d\ude00b", true)]
    [InlineData("\ud83d\ude00bc", true)]
    [InlineData("\ud83d\ude00", false)]
    [InlineData(null, true)]
    public void ALength_CountsCharacters_AndIncludesBothOfItsBounds(string? value, bool holds) =>
        AssertHolds(holds, () => Constraint.Length(Name, value, 2, 3), $"Number must have 2 to 3 characters; it has {(value is null ? 0 : new StringInfo(value).LengthInTextElements)}.");

    [Fact]
    public void ALengthWithoutAnUpperBound_NamesOnlyTheLowerBound() =>
        AssertHolds(false, () => Constraint.Length(Name, "a", 2, int.MaxValue), "Number must have at least 2 characters; it has 1.");

    [Theory]
    [InlineData(null, false, true)]
    [InlineData(null, true, false, "Number is required.")]
    [InlineData("a", true, false, "Number must have 2 to 3 items; it has 1.")]
    [InlineData("ab", true, true)]
    [InlineData("abc", true, true)]
    [InlineData("abcd", true, false, "Number must have 2 to 3 items; it has 4.")]
    [InlineData("aa", true, false, "Number must not contain duplicate items.")]
    public void AList_HasTheNumberOfItems_WithoutDuplicates(string? items, bool required, bool holds, string message = "") =>
        AssertHolds(holds, () => Constraint.Items(Name, items?.ToCharArray(), required, 2, 3, unique: true), message);

    [Fact]
    public void DuplicateItems_AreAllowed_WithoutAConstraint() => Constraint.Items(Name, "aa".ToCharArray(), required: true);

    [Theory]
    [InlineData("0.3", true)]
    [InlineData("0.25", false)]
    [InlineData("-0.1", true)]
    [InlineData(null, true)]
    public void AValueThatIsNotAMultiple_IsRejected(string? value, bool holds)
    {
        decimal? number = value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);

        AssertHolds(holds, () => Constraint.MultipleOf(Name, number, 0.1m), "Number must be a multiple of 0.1.");
        AssertHolds(holds, () => Constraint.MultipleOf(Name, (double?)number, 0.1m), "Number must be a multiple of 0.1.");
    }

    [Theory]
    [InlineData(6L, true)]
    [InlineData(7L, false)]
    [InlineData(null, true)]
    public void AnIntegerThatIsNotAMultiple_IsRejected(long? value, bool holds) =>
        AssertHolds(holds, () => Constraint.MultipleOf(Name, value, 3m), "Number must be a multiple of 3.");

    [Theory]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    [InlineData(7.9228162514264338E+28)]
    public void ANumberTooLargeForADecimal_CountsAsAMultiple(double value) => Constraint.MultipleOf(Name, value, 3m);

    [Theory]
    [InlineData(double.MaxValue, true)]
    [InlineData(double.MinValue, true)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.NegativeInfinity, false)]
    [InlineData(double.NaN, false)]
    public void ANumberThatJsonCannotRepresent_IsRejected(double value, bool holds) =>
        AssertHolds(holds, () => Constraint.Finite(Name, value), null);

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(null, true)]
    public void ANumberThatIsNotListed_IsRejected(int? value, bool holds) =>
        AssertHolds(holds, () => Constraint.OneOf(Name, value, [1, 2]), "Number must be one of 1, 2.");

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(false, false, true)]
    [InlineData(null, true, true)]
    public void TheOtherBoolean_IsRejected(bool? value, bool only, bool holds) =>
        AssertHolds(holds, () => Constraint.Only(Name, value, only), $"Number must be {(only ? "true" : "false")}.");

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData(" ", true)]
    public void ARequiredString_IsNotEmpty(string? value, bool holds) =>
        AssertHolds(holds, () => Constraint.Required(Name, value), "Number is required.");

    [Fact]
    public void ARequiredValue_IsNotNull()
    {
        Constraint.NotNull(Name, new object());
        AssertHolds(false, static () => Constraint.NotNull(Name, null), "Number is required.");
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("1a", false)]
    [InlineData("12\n", false)]
    [InlineData("", false)]
    [InlineData(null, true)]
    public void APattern_DoesNotMatchBeforeAFinalNewline(string? value, bool holds) =>
        AssertHolds(holds, () => Constraint.Pattern(Name, value, TwoDigits()), "Number must match ^[0-9]+$.");

    [Fact]
    public void APatternThatTakesTooLong_IsRejected_WithoutTheValueInTheMessage()
    {
        var value = new string('a', 40) + "!";
        var slow = new Regex("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(1));

        var error = Assert.Throws<ArgumentException>(Name, () => Constraint.Pattern(Name, value, slow));

        Assert.DoesNotContain(value, error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Number takes longer than 1000 ms to match with ^(a+)+$.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ItemsWithEqualJson_AreDuplicates()
    {
        Constraint.Unique(Name, (string[])["a", "A"], static (writer, item) => writer.WriteValue(item));
        Constraint.Unique(Name, (string[]?)null, static (writer, item) => writer.WriteValue(item));
        AssertHolds(false, static () => Constraint.Unique(Name, (string[])["a", "b", "a"], static (writer, item) => writer.WriteValue(item)), "Number must not contain duplicate items.");
    }

    [Fact]
    public void EachItem_IsChecked_AndMustNotBeNull()
    {
        var seen = new List<string>();
        Constraint.Each(Name, (string[])["a", "b"], (name, item) => seen.Add(name + item));
        Constraint.Each<string>(Name, null);
        Constraint.EachValue(Name, new Dictionary<string, string> { ["key"] = "c" }, (name, item) => seen.Add(name + item));

        Assert.Equal(["Numbera", "Numberb", "Numberc"], seen);
        AssertHolds(false, static () => Constraint.Each(Name, (string?[])["a", null]), "Number must not contain null.");
    }

    [Fact]
    public void AMissingBody_IsRejectedIfItIsRequired()
    {
        Constraint.Body(Name, null, required: false);
        AssertHolds(false, static () => Constraint.Body(Name, null, required: true), "Number is required.");
        Assert.Throws<ArgumentException>("CountryCode", static () => Constraint.Body(Name, new PhoneLoginRequest(), required: false));
    }

    private static void AssertHolds(bool holds, Action check, string? message)
    {
        if (holds)
        {
            check();
            return;
        }

        var error = Assert.Throws<ArgumentException>(Name, check);
        Assert.StartsWith(message ?? "Number must be from ", error.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex TwoDigits();
}
