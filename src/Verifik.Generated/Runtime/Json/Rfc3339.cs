namespace Verifik.Runtime;

/// <summary>Parses dates and times in RFC 3339 format (https://www.rfc-editor.org/rfc/rfc3339#section-5.6) only: 10/05/2022 is ambiguous.</summary>
internal static class Rfc3339
{
    private const int DateLength = 10;
    private const int TimeLength = 19;
    private const int TickDigits = 7;

    /// <summary>Parses a date and time with its offset; <see langword="null"/> for any other text.</summary>
    public static DateTimeOffset? ReadTime(string text)
    {
        if (text.Length <= TimeLength || text[DateLength] is not ('T' or 't') || text[13] != ':' || text[16] != ':' || ReadDay(text) is not { } day)
        {
            return null;
        }

        var (hour, minute, second) = (Digits(text, 11, 2), Digits(text, 14, 2), Digits(text, 17, 2));
        var end = TimeLength;
        var fraction = ReadFraction(text, ref end);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59 || fraction < 0 || ReadOffset(text, end) is not { } offset)
        {
            return null;
        }

        var local = day.AddTicks((((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + fraction);
        var utc = local.Ticks - offset.Ticks;
        return utc < DateTimeOffset.MinValue.Ticks || utc > DateTimeOffset.MaxValue.Ticks ? null : new DateTimeOffset(local, offset);
    }

    /// <summary>Parses a date without a time, as midnight; <see langword="null"/> for any other text.</summary>
    public static DateTime? ReadDate(string text) => text.Length == DateLength ? ReadDay(text) : null;

    private static DateTime? ReadDay(string text)
    {
        if (text[4] != '-' || text[7] != '-')
        {
            return null;
        }

        var (year, month, day) = (Digits(text, 0, 4), Digits(text, 5, 2), Digits(text, 8, 2));
        return year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) ? null : new DateTime(year, month, day);
    }

    // Digits beyond a tick are truncated. Returns a negative number for a decimal point without a digit.
    private static long ReadFraction(string text, ref int end)
    {
        if (text[end] != '.')
        {
            return 0;
        }

        var start = ++end;
        long ticks = 0;
        for (; end < text.Length && text[end] is >= '0' and <= '9'; end++)
        {
            ticks = end - start < TickDigits ? (ticks * 10) + (text[end] - '0') : ticks;
        }

        for (var digits = end - start; digits < TickDigits; digits++)
        {
            ticks *= 10;
        }

        return end == start ? -1 : ticks;
    }

    private static TimeSpan? ReadOffset(string text, int start)
    {
        if (text.Length == start + 1 && text[start] is 'Z' or 'z')
        {
            return TimeSpan.Zero;
        }

        if (text.Length != start + 6 || text[start] is not ('+' or '-') || text[start + 3] != ':')
        {
            return null;
        }

        // The range of DateTimeOffset, which covers every time zone.
        var (hours, minutes) = (Digits(text, start + 1, 2), Digits(text, start + 4, 2));
        return hours < 0 || minutes is < 0 or > 59 || (hours * 60) + minutes > 14 * 60
            ? null
            : TimeSpan.FromMinutes(((hours * 60) + minutes) * (text[start] == '-' ? -1 : 1));
    }

    private static int Digits(string text, int start, int count)
    {
        var value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is not (>= '0' and <= '9'))
            {
                return -1;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return value;
    }
}
