using System.ComponentModel;
using System.Globalization;

namespace Verifik.Runtime;

/// <summary>Converts parameter values to text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiText
{
    /// <summary>Converts a value to its text in a path, a query or a header; <see langword="null"/> if there is none.</summary>
    public static string? Of(bool? value) => value is { } flag ? (flag ? "true" : "false") : null;

    /// <inheritdoc cref="Of(bool?)"/>
    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(bool?)"/>
    public static string? Of(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(bool?)"/>
    public static string? Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(bool?)"/>
    public static string? Of(DateTimeOffset? value) => value?.ToString("O", CultureInfo.InvariantCulture);

#if NET
    /// <inheritdoc cref="Of(bool?)"/>
    public static string? Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#endif

    /// <inheritdoc cref="Of(bool?)"/>
    public static string? Of(DateTime? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(bool?)"/>
    public static string? Of(byte[]? value) => value is null ? null : Convert.ToBase64String(value);

    /// <summary>Each item of a list.</summary>
    public static IReadOnlyList<string>? Of<T>(IReadOnlyList<T>? items, Func<T, string?> text) => items?.Select(item => text(item)!).ToList();

    /// <summary>A list in one header.</summary>
    public static string? Join(IReadOnlyList<string>? items) => items is null ? null : string.Join(",", items);
}
