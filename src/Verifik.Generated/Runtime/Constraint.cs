using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// Validates requests against the constraints of the contract. An exception message names the property or parameter and
/// the constraint, never the value, which may be a code or a telephone number.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Constraint
{
    /// <summary>The timeout of a regular expression, in milliseconds, so that a slow pattern does not block the caller.</summary>
    public const int PatternTimeout = 1000;

    /// <summary>A text that must be set and not be empty.</summary>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public static void Required(string property, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw Missing(property);
        }
    }

    /// <summary>A value that must be set.</summary>
    /// <exception cref="ArgumentException">It is null.</exception>
    public static void NotNull(string property, object? value)
    {
        if (value is null)
        {
            throw Missing(property);
        }
    }

    /// <summary>The length of a text.</summary>
    /// <exception cref="ArgumentException">It is shorter or longer.</exception>
    public static void Length(string property, string? value, int minimum, int maximum)
    {
        if (value is not null && CountCharacters(value) is var length && (length < minimum || length > maximum))
        {
            throw new ArgumentException($"{property} must have {Span(minimum, maximum)} characters; it has {length}.", property);
        }
    }

    /// <summary>The pattern of a text.</summary>
    /// <exception cref="ArgumentException">It does not match.</exception>
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
            // The exception contains the value, so it is not passed on as the inner exception.
            throw new ArgumentException($"{property} takes longer than {PatternTimeout} ms to match with {pattern}.", property);
        }
    }

    /// <summary>A number in an inclusive range.</summary>
    /// <exception cref="ArgumentException">It is outside.</exception>
    public static void Range<T>(string property, T? value, T minimum, T maximum)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number && (number.CompareTo(minimum) < 0 || number.CompareTo(maximum) > 0))
        {
            throw new ArgumentException($"{property} must be from {Text(minimum)} to {Text(maximum)}.", property);
        }
    }

    /// <summary>A number greater than a limit.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Above<T>(string property, T? value, T limit)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number && number.CompareTo(limit) <= 0)
        {
            throw new ArgumentException($"{property} must be more than {Text(limit)}.", property);
        }
    }

    /// <summary>A number less than a limit.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Below<T>(string property, T? value, T limit)
        where T : struct, IComparable<T>, IFormattable
    {
        if (value is { } number && number.CompareTo(limit) >= 0)
        {
            throw new ArgumentException($"{property} must be less than {Text(limit)}.", property);
        }
    }

    /// <summary>A number that JSON can write.</summary>
    /// <exception cref="ArgumentException">It is infinite or not a number.</exception>
    public static void Finite(string property, double? value) => Range(property, value, double.MinValue, double.MaxValue);

    /// <summary>A multiple of a step.</summary>
    /// <exception cref="ArgumentException">It is not a multiple.</exception>
    public static void MultipleOf(string property, decimal? value, decimal step)
    {
        if (value % step is not (null or 0))
        {
            throw NoMultiple(property, step);
        }
    }

    /// <inheritdoc cref="MultipleOf(string, decimal?, decimal)"/>
    public static void MultipleOf(string property, long? value, decimal step) => MultipleOf(property, (decimal?)value, step);

    // A number that is too large for a decimal has no fractional digits.
    /// <inheritdoc cref="MultipleOf(string, decimal?, decimal)"/>
    public static void MultipleOf(string property, double? value, decimal step)
    {
        if (value is { } number && Math.Abs(number) < (double)decimal.MaxValue && (decimal)number % step != 0)
        {
            throw NoMultiple(property, step);
        }
    }

    /// <summary>A number that the contract lists.</summary>
    /// <exception cref="ArgumentException">It does not list it.</exception>
    public static void OneOf<T>(string property, T? value, IReadOnlyList<T> values)
        where T : struct, IFormattable
    {
        if (value is { } number && !values.Contains(number))
        {
            throw new ArgumentException($"{property} must be one of {string.Join(", ", values.Select(Text))}.", property);
        }
    }

    /// <summary>The only Boolean value that the contract allows.</summary>
    /// <exception cref="ArgumentException">It is the other value.</exception>
    public static void Only(string property, bool? value, bool only)
    {
        if (value == !only)
        {
            throw new ArgumentException($"{property} must be {(only ? "true" : "false")}.", property);
        }
    }

    /// <summary>A value that the contract lists.</summary>
    /// <exception cref="ArgumentException">It does not list it.</exception>
    public static void Known<T>(string property, T value)
        where T : struct, IExtensibleValue<T>
    {
        if (!value.IsKnown)
        {
            throw new ArgumentException($"{property} must be one of {string.Join(", ", value.KnownValues)}.", property);
        }
    }

    /// <inheritdoc cref="Known{T}(string, T)"/>
    public static void Known<T>(string property, T? value)
        where T : struct, IExtensibleValue<T>
    {
        if (value is { } given)
        {
            Known(property, given);
        }
    }

    /// <summary>An object, validated against its own constraints.</summary>
    /// <exception cref="ArgumentException">It is missing, or breaks one.</exception>
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

    /// <summary>The number of items in a list, and whether duplicates are allowed.</summary>
    /// <exception cref="ArgumentException">It has too few or too many items, contains a duplicate, or is missing.</exception>
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

    /// <summary>Objects and lists without duplicates; two items are equal if their JSON is equal.</summary>
    /// <exception cref="ArgumentException">Two items are equal.</exception>
    public static void Unique<T>(string property, IEnumerable<T>? items, Action<JsonWriter, T> write)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (items?.All(item => seen.Add(Encoding.UTF8.GetString(JsonText.Write(item, write)))) == false)
        {
            throw Twice(property);
        }
    }

    /// <summary>Each item of a list.</summary>
    /// <exception cref="ArgumentException">An item is null or breaks a constraint.</exception>
    public static void Each<T>(string property, IEnumerable<T>? items, Action<string, T>? check = null)
    {
        foreach (var item in items ?? [])
        {
            if (item is null)
            {
                throw new ArgumentException($"{property} must not contain null.", property);
            }

            check?.Invoke(property, item);
        }
    }

    /// <summary>Each value of a dictionary.</summary>
    /// <exception cref="ArgumentException">An item is null or breaks a constraint.</exception>
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
            throw new ArgumentException($"{property} contains a circular reference, or is nested too deeply to be sent.", property);
        }
    }

    // JSON Schema counts Unicode code points; some of them are two UTF-16 code units.
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

    // In .NET, `$` also matches before a final newline; in the patterns of a contract (ECMA-262) it does not.
    private static bool Matches(string value, Regex pattern) =>
        pattern.IsMatch(value) && (value.Length == 0 || value[value.Length - 1] != '\n' || pattern.IsMatch(value + "\n"));

    private static string Span(int minimum, int maximum) => maximum == int.MaxValue ? $"at least {minimum}" : $"{minimum} to {maximum}";

    private static string Text<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static ArgumentException Missing(string property) => new($"{property} is required.", property);

    private static ArgumentException Twice(string property) => new($"{property} must not contain duplicate items.", property);

    private static ArgumentException NoMultiple(string property, decimal step) => new($"{property} must be a multiple of {Text(step)}.", property);
}
