using System.Globalization;
using System.Text.RegularExpressions;

namespace Verifik.Runtime;

/// <summary>
/// The constraints of the contract, for the properties of a request. A message names the property and the constraint,
/// never the value: it may be a code or a telephone.
/// </summary>
internal static class Constraint
{
    public static void Required(string property, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException($"{property} is required.", property);
        }
    }

    public static void Length(string property, string? value, int minimum, int maximum)
    {
        if (value is not null && (value.Length < minimum || value.Length > maximum))
        {
            var range = maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";
            throw new ArgumentException($"{property} must have {range} characters; it has {value.Length}.", property);
        }
    }

    public static void Pattern(string property, string? value, Regex pattern)
    {
        if (value is not null && !Matches(value, pattern))
        {
            throw new ArgumentException($"{property} must match {pattern}.", property);
        }
    }

    public static void Range<T>(string property, T? value, T minimum, T maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number && (number.CompareTo(minimum) < 0 || number.CompareTo(maximum) > 0))
        {
            var (from, to) = (minimum.ToString(null, CultureInfo.InvariantCulture), maximum.ToString(null, CultureInfo.InvariantCulture));
            throw new ArgumentException($"{property} must be from {from} to {to}.", property);
        }
    }

    public static void Body(string property, IRequestBody? value, bool required)
    {
        if (value is null && required)
        {
            throw new ArgumentException($"{property} is required.", property);
        }

        value?.Validate();
    }

    // In .NET, `$` also matches before a last line end; in the patterns of a contract (ECMA-262) it does not.
    private static bool Matches(string value, Regex pattern) =>
        pattern.IsMatch(value) && (value.Length == 0 || value[value.Length - 1] != '\n' || pattern.IsMatch(value + "\n"));
}
