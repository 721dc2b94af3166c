namespace Verifik.Runtime;

/// <summary>A body is larger than the limit. Converted to a <see cref="VerifikApiException"/>.</summary>
internal sealed class ResponseTooLargeException : Exception;
