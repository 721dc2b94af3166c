using System.Diagnostics;
using System.Globalization;

namespace Verifik.Sandbox;

/// <summary>
/// A request that a sandbox received, with its response. Secrets are masked: tokens, codes and the hash in
/// <c>data.otp</c> are replaced by <c>***</c>.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SandboxRequest
{
    internal SandboxRequest()
    {
    }

    /// <summary>When it was received, in UTC, by the sandbox's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Its method, for example <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Its path, without the query, for example <c>/v2/projects/phone-login</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Its query with the question mark, or an empty string.</summary>
    public required string Query { get; init; }

    /// <summary>The scheme of its <c>Authorization</c> header and <c>***</c>, or null if there is none.</summary>
    public required string? Authorization { get; init; }

    /// <summary>Its body, or null if there is none; only the length if it is not JSON.</summary>
    public required string? Body { get; init; }

    /// <summary>The status of the response, or null if the connection was dropped.</summary>
    public required int? Status { get; init; }

    /// <summary>The media type of the response.</summary>
    public required string AnswerType { get; init; }

    /// <summary>The body of the response.</summary>
    public required string Answer { get; init; }

    /// <summary>The name of the <see cref="MagicAccount"/> that caused this response, or null.</summary>
    public required string? Magic { get; init; }

    /// <summary>The duration of the request, by the sandbox's clock.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>Returns one line, for example <c>POST /v2/projects/phone-login 200</c>.</summary>
    /// <returns>Text without secrets.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Method} {Path}{Query} {(Status is { } status ? status : "dropped")}");
}
