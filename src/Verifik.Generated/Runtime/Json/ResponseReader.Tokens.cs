using Newtonsoft.Json;

namespace Verifik.Runtime;

// Strict RFC 8259 JSON: Newtonsoft.Json's own reader accepts comments, single quotes, unquoted names, hexadecimal and
// octal numbers, trailing commas, and control characters.
public sealed partial class ResponseReader
{
    private const int MaxNesting = 64;
    private static readonly object True = true;
    private static readonly object False = false;

    // The open containers, one bit each, which is set for an object.
    private ulong _objects;
    private int _depth;

    private bool IsInObject => (_objects & 1) != 0;

    private char Next => _position < _end ? _text[_position] : '\0';

    /// <inheritdoc/>
    public override bool Read()
    {
        SkipSpace();
        switch (CurrentState)
        {
            case State.Start when _position == _end:
                return false;
            case State.Start or State.Property:
                return ReadValue();
            case State.ObjectStart:
                return Next == '}' ? ReadClose() : ReadName();
            case State.ArrayStart:
                return Next == ']' ? ReadClose() : ReadValue();
            case State.PostValue when Next == ',':
                _position++;
                SkipSpace();
                return IsInObject ? ReadName() : ReadValue();
            case State.PostValue:
                return ReadClose();
            case State.Finished when _position < _end:
                throw Unexpected("the end");
            default:
                SetToken(JsonToken.None);
                return false;
        }
    }

    /// <summary>Checks that the text ends after the value.</summary>
    internal void ReadEnd()
    {
        if (Read())
        {
            throw Unexpected("the end");
        }
    }

    private bool ReadName()
    {
        if (Next != '"')
        {
            throw Unexpected("a property");
        }

        _position++;
        var name = ReadName(_position);
        SkipSpace();
        if (Next != ':')
        {
            throw Unexpected("a colon");
        }

        _position++;
        SetToken(JsonToken.PropertyName, name);
        return true;
    }

    private bool ReadValue()
    {
        _tokenStart = _position;
        switch (Next)
        {
            case '"':
                _position++;
                SetToken(JsonToken.String, ReadString());
                break;
            case '{':
                Open(JsonToken.StartObject, 1);
                break;
            case '[':
                Open(JsonToken.StartArray, 0);
                break;
            case 't':
                ReadLiteral("true");
                SetToken(JsonToken.Boolean, True);
                break;
            case 'f':
                ReadLiteral("false");
                SetToken(JsonToken.Boolean, False);
                break;
            case 'n':
                ReadLiteral("null");
                SetToken(JsonToken.Null);
                break;
            case '-' or (>= '0' and <= '9'):
                ReadNumber();
                break;
            default:
                throw Unexpected("a value");
        }

        return true;
    }

    private void Open(JsonToken token, ulong isObject)
    {
        if (_depth == MaxNesting)
        {
            throw Unexpected($"no more than {MaxNesting} levels");
        }

        _depth++;
        _position++;
        _objects = (_objects << 1) | isObject;
        SetToken(token);
    }

    private bool ReadClose()
    {
        if (Next != (IsInObject ? '}' : ']'))
        {
            throw Unexpected("a comma or the end");
        }

        var token = IsInObject ? JsonToken.EndObject : JsonToken.EndArray;
        _depth--;
        _position++;
        _objects >>= 1;
        SetToken(token);
        return true;
    }

    private void ReadLiteral(string literal)
    {
        for (var i = 0; i < literal.Length; i++)
        {
            if (_position + i == _end || _text[_position + i] != literal[i])
            {
                throw Unexpected("a value");
            }
        }

        _position += literal.Length;
    }

    private void SkipSpace()
    {
        while (_position < _end && _text[_position] is ' ' or '\n' or '\r' or '\t')
        {
            _position++;
        }
    }

    // The message has the position, but no part of the text.
    private JsonReaderException Unexpected(string expected)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < _position; i++)
        {
            if (_text[i] == '\n')
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }

        return new JsonReaderException($"Expected {expected}.", "", line, _position - lineStart + 1, null);
    }
}
