using System.Globalization;

namespace Verifik.Cli.Language;

/// <summary>Formats messages.</summary>
internal static class MessageFormat
{
    public static string With(this string message, params object?[] values) => string.Format(CultureInfo.InvariantCulture, message, values);
}
