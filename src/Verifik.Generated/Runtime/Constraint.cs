using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// The constraints of the contract, for what is sent. A message names the property or the parameter and the constraint,
/// never the value: it may be a code or a telephone.
/// </summary>
internal static class Constraint
{
    /// <summary>In milliseconds, so that a slow pattern does not hold the caller up.</summary>
    public const int PatternTimeout = 1000;

    public static void Required(string property, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw Missing(property);
        }
    }

    public static void NotNull(string property, object? value)
    {
        if (value is null)
        {
            throw Missing(property);
        }
    }

    public static void Length(string property, string? value, int minimum, int maximum)
    {
        if (value is not null && CountCharacters(value) is var length && (length < minimum || length > maximum))
        {
            throw new ArgumentException($"{property} must have {Span(minimum, maximum)} characters; it has {length}.", property);
        }
    }

    public static void Pattern(string property, string? value, Regex pattern)
    {
        try
        {
            if (value is not null && !Matches(value, pattern))
            {
                throw new ArgumentException($"{property} must match {pattern}.", property);
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // It holds the value, so it is not passed on.
            throw new ArgumentException($"{property} takes longer than {PatternTimeout} ms to match with {pattern}.", property);
        }
    }

    public static void Range<T>(string property, T? value, T minimum, T maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number && (number.CompareTo(minimum) < 0 || number.CompareTo(maximum) > 0))
        {
            throw new ArgumentException($"{property} must be from {Text(minimum)} to {Text(maximum)}.", property);
        }
    }

    public static void Above<T>(string property, T? value, T limit)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number && number.CompareTo(limit) <= 0)
        {
            throw new ArgumentException($"{property} must be more than {Text(limit)}.", property);
        }
    }

    public static void Below<T>(string property, T? value, T limit)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number && number.CompareTo(limit) >= 0)
        {
            throw new ArgumentException($"{property} must be less than {Text(limit)}.", property);
        }
    }

    public static void Finite(string property, double? value) => Range(property, value, double.MinValue, double.MaxValue);

    public static void MultipleOf(string property, decimal? value, decimal step)
    {
        if (value % step is not (null or 0))
        {
            throw NoMultiple(property, step);
        }
    }

    public static void MultipleOf(string property, long? value, decimal step) => MultipleOf(property, (decimal?)value, step);

    // A number that no decimal holds is too large to have places after the point.
    public static void MultipleOf(string property, double? value, decimal step)
    {
        if (value is { } number && Math.Abs(number) < (double)decimal.MaxValue && (decimal)number % step != 0)
        {
            throw NoMultiple(property, step);
        }
    }

    public static void OneOf<T>(string property, T? value, IReadOnlyList<T> values)
        where T : struct, IFormattable
    {
        if (value is { } number && !values.Contains(number))
        {
            throw new ArgumentException($"{property} must be one of {string.Join(", ", values.Select(Text))}.", property);
        }
    }

    public static void Only(string property, bool? value, bool only)
    {
        if (value == !only)
        {
            throw new ArgumentException($"{property} must be {(only ? "true" : "false")}.", property);
        }
    }

    public static void Known<T>(string property, T value)
        where T : struct, IExtensibleEnum<T>
    {
        if (!value.IsKnown)
        {
            throw new ArgumentException($"{property} must be one of {string.Join(", ", value.KnownValues)}.", property);
        }
    }

    public static void Known<T>(string property, T? value)
        where T : struct, IExtensibleEnum<T>
    {
        if (value is { } given)
        {
            Known(property, given);
        }
    }

    public static void Body(string property, IRequestBody? value, bool required)
    {
        if (value is null && required)
        {
            throw Missing(property);
        }

        if (value is not null)
        {
            EnsureDepth(property);
            value.Validate();
        }
    }

    public static void Items<T>(string property, IReadOnlyList<T>? items, bool required, int minimum = 0, int maximum = int.MaxValue, bool unique = false)
    {
        if (items is null)
        {
            if (required)
            {
                throw Missing(property);
            }

            return;
        }

        if (items.Count < minimum || items.Count > maximum)
        {
            throw new ArgumentException($"{property} must have {Span(minimum, maximum)} items; it has {items.Count}.", property);
        }

        if (unique && items.Distinct().Count() < items.Count)
        {
            throw Twice(property);
        }
    }

    /// <summary>Items that have parts are the same where the same would be sent.</summary>
    public static void Unique<T>(string property, IEnumerable<T>? items, Action<JsonWriter, T> write)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (items?.All(item => seen.Add(Encoding.UTF8.GetString(JsonText.Write(item, write)))) == false)
        {
            throw Twice(property);
        }
    }

    public static void Each<T>(string property, IEnumerable<T>? items, Action<string, T>? check = null)
    {
        foreach (var item in items ?? [])
        {
            if (item is null)
            {
                throw new ArgumentException($"{property} must not hold null.", property);
            }

            check?.Invoke(property, item);
        }
    }

    public static void EachValue<T>(string property, IDictionary<string, T>? entries, Action<string, T>? check = null) =>
        Each(property, entries?.Values, check);

    private static void EnsureDepth(string property)
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        catch (InsufficientExecutionStackException)
        {
            throw new ArgumentException($"{property} holds itself, or nests deeper than it could be sent.", property);
        }
    }

    // JSON Schema counts characters of Unicode; some take two units of UTF-16.
    private static int CountCharacters(string value)
    {
        var count = value.Length;
        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value[i - 1], value[i]))
            {
                count--;
            }
        }

        return count;
    }

    // In .NET, `$` also matches before a last line end; in the patterns of a contract (ECMA-262) it does not.
    private static bool Matches(string value, Regex pattern) =>
        pattern.IsMatch(value) && (value.Length == 0 || value[value.Length - 1] != '\n' || pattern.IsMatch(value + "\n"));

    private static string Span(int minimum, int maximum) => maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static ArgumentException Missing(string property) => new($"{property} is required.", property);

    private static ArgumentException Twice(string property) => new($"{property} must not have an item twice.", property);

    private static ArgumentException NoMultiple(string property, decimal step) => new($"{property} must be a multiple of {Text(step)}.", property);
}
