using System.Diagnostics;
using System.Globalization;

namespace Verifik.Sandbox;

/// <summary>
/// A request that a sandbox received, with its answer. Secrets are masked in all of it: tokens, codes and the hash in
/// <c>data.otp</c> read <c>***</c>.
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

    /// <summary>Its query with the question mark, or nothing.</summary>
    public required string Query { get; init; }

    /// <summary>The scheme of its <c>Authorization</c> header and <c>***</c>, or null where there is none.</summary>
    public required string? Authorization { get; init; }

    /// <summary>Its body, or null where there is none. Of one that is not JSON, only the length.</summary>
    public required string? Body { get; init; }

    /// <summary>The status of the answer, or null where the connection was dropped instead.</summary>
    public required int? Status { get; init; }

    /// <summary>The media type of the answer.</summary>
    public required string AnswerType { get; init; }

    /// <summary>The body of the answer.</summary>
    public required string Answer { get; init; }

    /// <summary>The name of the <see cref="MagicAccount"/> that asked for this answer, or null.</summary>
    public required string? Magic { get; init; }

    /// <summary>How long the answer took, by the sandbox's clock.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>One line, for example <c>POST /v2/projects/phone-login 200</c>.</summary>
    /// <returns>Text without secrets.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Method} {Path}{Query} {(Status is { } status ? status : "dropped")}");
}
