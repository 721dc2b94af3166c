using Newtonsoft.Json;

namespace Verifik.Runtime;

/// <summary>
/// Reads the body of a successful response. The message of a JSON exception quotes the text that could not be read, so
/// only its position is reported.
/// </summary>
internal static class SuccessReading
{
    /// <exception cref="VerifikApiException">The body is empty, is not JSON, or lacks a property that the contract requires.</exception>
    public static T Read<T>(string operation, HttpResponseMessage response, ArraySegment<byte> body, Func<ResponseReader, T> read)
        where T : class
    {
        try
        {
            return body.Count == 0 ? throw IsEmpty(operation, response) : JsonText.Read(body, read) ?? throw IsNull(operation, response);
        }
        catch (JsonException exception)
        {
            throw Explain(operation, response, exception);
        }
    }

    /// <inheritdoc cref="Read"/>
    public static T ReadValue<T>(string operation, HttpResponseMessage response, ArraySegment<byte> body, Func<ResponseReader, T> read)
    {
        try
        {
            return body.Count == 0 ? throw IsEmpty(operation, response) : JsonText.ReadValue(body, read);
        }
        catch (JsonException exception)
        {
            throw Explain(operation, response, exception);
        }
    }

    private static VerifikApiException Explain(string operation, HttpResponseMessage response, JsonException exception) => exception switch
    {
        MissingPropertyException { Property: "", IsMismatch: false } => IsNull(operation, response),
        MissingPropertyException { Property: "" } => VerifikApiException.Of(operation, response, VerifikApiFailure.Unreadable, "the response does not match the contract."),
        MissingPropertyException { IsMismatch: true } missing => VerifikApiException.Of(operation, response, VerifikApiFailure.Unreadable, $"'{missing.Property}' of the response does not match the contract."),
        MissingPropertyException missing => VerifikApiException.Of(operation, response, VerifikApiFailure.MissingProperty, $"the response has no '{missing.Property}'."),
        JsonReaderException reader => VerifikApiException.Of(operation, response, VerifikApiFailure.Unreadable, $"the response is not JSON that matches the contract, at line {reader.LineNumber}, position {reader.LinePosition}."),
        _ => VerifikApiException.Of(operation, response, VerifikApiFailure.Unreadable, "the response is not JSON that matches the contract."),
    };

    private static VerifikApiException IsEmpty(string operation, HttpResponseMessage response) => VerifikApiException.Of(operation, response, VerifikApiFailure.Empty, "the response has no body.");

    private static VerifikApiException IsNull(string operation, HttpResponseMessage response) => VerifikApiException.Of(operation, response, VerifikApiFailure.Empty, "the response is null.");
}
