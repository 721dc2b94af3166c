namespace Verifik.Sandbox.Http;

/// <summary>An <see cref="OutboxMessage"/> or a <see cref="SandboxRequest"/>, and the place of it in the order of both.</summary>
internal readonly record struct JournalEntry(long Number, object Item);
