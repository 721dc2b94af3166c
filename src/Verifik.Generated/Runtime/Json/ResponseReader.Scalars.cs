using System.Buffers;
using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Verifik.Runtime;

// Numbers and strings.
public sealed partial class ResponseReader
{
    // The number of digits that always fit into a long, and the maximum that is parsed, because parsing time is
    // quadratic.
    private const int DigitsOfInt64 = 18;
    private const int MaxDigits = 380;
    private const char Replacement = '\uFFFD';

#if NET
    // The characters that end a run of unescaped text: the quote, the escape, and characters that a string must not
    // contain.
    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);
#endif

    private int _tokenStart;

    /// <summary>The source text of the number that was read last.</summary>
    private string NumberText => new(_text, _tokenStart, _position - _tokenStart);

    private void ReadNumber()
    {
        var isNegative = Next == '-';
        _position += isNegative ? 1 : 0;
        var digits = _position;
        if (Next == '0')
        {
            _position++;
        }
        else
        {
            SkipDigits();
        }

        var end = _position;
        if (Next == '.')
        {
            _position++;
            SkipDigits();
        }

        if (Next is 'e' or 'E')
        {
            _position++;
            _position += Next is '+' or '-' ? 1 : 0;
            SkipDigits();
        }

        if (_position != end)
        {
            SetToken(JsonToken.Float, Parsed());
        }
        else if (end - digits <= DigitsOfInt64)
        {
            long value = 0;
            for (var i = digits; i < end; i++)
            {
                value = (value * 10) + (_text[i] - '0');
            }

            SetToken(JsonToken.Integer, isNegative ? -value : value);
        }
        else if (end - digits > MaxDigits)
        {
            throw Unexpected($"no more than {MaxDigits} digits");
        }
        else
        {
            var value = BigInteger.Parse(NumberText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            SetToken(JsonToken.Integer, value >= long.MinValue && value <= long.MaxValue ? (long)value : value);
        }
    }

    private double Parsed()
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
#if NET
        return double.Parse(_text.AsSpan(_tokenStart, _position - _tokenStart), Style, CultureInfo.InvariantCulture);
#else
        // On .NET Framework, a number out of the range of double cannot be parsed.
        return double.TryParse(NumberText, Style, CultureInfo.InvariantCulture, out var value) ? value : double.PositiveInfinity;
#endif
    }

    private void SkipDigits()
    {
        var start = _position;
        while (Next is >= '0' and <= '9')
        {
            _position++;
        }

        if (_position == start)
        {
            throw Unexpected("a digit");
        }
    }

    // A cached name is not allocated again.
    private string ReadName(int start)
    {
        SkipPlain();
        if (Next != '"')
        {
            _position = start;
            return ReadString();
        }

        return PropertyNames.Shared.Get(_text, start, _position++ - start) ?? new string(_text, start, _position - 1 - start);
    }

    private string ReadString()
    {
        var start = _position;
        SkipPlain();
        if (Next == '"')
        {
            return new string(_text, start, _position++ - start);
        }

        while (Next == '\\')
        {
            _position = Math.Min(_position + 2, _end);
            SkipPlain();
        }

        return Next == '"' ? Unescaped(start, _position++) : throw Unexpected("the end of a string");
    }

    private void SkipPlain()
    {
#if NET
        var length = _position < _end ? _text.AsSpan(_position, _end - _position).IndexOfAny(Special) : -1;
        _position = length < 0 ? _end : _position + length;
#else
        while (_position < _end && _text[_position] is >= ' ' and not ('"' or '\\'))
        {
            _position++;
        }
#endif
    }

    private string Unescaped(int start, int end)
    {
        var buffer = ArrayPool<char>.Shared.Rent(end - start);
        try
        {
            var length = 0;
            for (var i = start; i < end;)
            {
                buffer[length++] = _text[i] == '\\' ? Escaped(ref i, end) : _text[i++];
            }

            ReplaceLoneSurrogates(buffer, length);
            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer, clearArray: true);
        }
    }

    // Like the decoder for invalid UTF-8: an unpaired surrogate is replaced, because it could not be encoded again.
    private static void ReplaceLoneSurrogates(char[] text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                text[i] = Replacement;
            }
        }
    }

    private char Escaped(ref int i, int end)
    {
        i += 2;
        switch (_text[i - 1])
        {
            case '"' or '\\' or '/':
                return _text[i - 1];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when CodeAt(i, end) is >= 0 and var code:
                i += 4;
                return (char)code;
            default:
                _position = i - 1;
                throw Unexpected("an escape");
        }
    }

    private int CodeAt(int start, int end)
    {
        var code = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = i < end ? DigitOf(_text[i]) : -1;
            code = digit < 0 || code < 0 ? -1 : (code * 16) + digit;
        }

        return code;
    }

    private static int DigitOf(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'a' and <= 'f' => character - 'a' + 10,
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => -1,
    };
}
