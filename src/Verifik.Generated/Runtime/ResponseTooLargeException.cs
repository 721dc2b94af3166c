namespace Verifik.Runtime;

/// <summary>A body is larger than the limit. It becomes a <see cref="VerifikApiException"/>.</summary>
internal sealed class ResponseTooLargeException : Exception;
