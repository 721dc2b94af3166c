using System.ComponentModel;
using System.Globalization;

namespace Verifik.Runtime;

/// <summary>The values of parameters as text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiText
{
    public static string? Of(bool? value) => value is { } flag ? (flag ? "true" : "false") : null;

    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    public static string? Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string? Of(DateTimeOffset? value) => value?.ToString("O", CultureInfo.InvariantCulture);

#if NET
    public static string? Of(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#else
    public static string? Of(DateTime? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#endif

    public static string? Of(byte[]? value) => value is null ? null : Convert.ToBase64String(value);

    /// <summary>Each item of a list.</summary>
    public static IReadOnlyList<string>? Of<T>(IReadOnlyList<T>? items, Func<T, string?> text) => items?.Select(item => text(item)!).ToList();

    /// <summary>A list in one header.</summary>
    public static string? Join(IReadOnlyList<string>? items) => items is null ? null : string.Join(",", items);
}
