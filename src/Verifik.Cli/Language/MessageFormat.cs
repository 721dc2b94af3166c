using System.Globalization;

namespace Verifik.Cli.Language;

/// <summary>Puts values in the places of a message.</summary>
internal static class MessageFormat
{
    public static string With(this string message, params object?[] values) => string.Format(CultureInfo.InvariantCulture, message, values);
}
