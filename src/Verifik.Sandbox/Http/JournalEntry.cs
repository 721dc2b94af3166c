namespace Verifik.Sandbox.Http;

/// <summary>An <see cref="OutboxMessage"/> or a <see cref="SandboxRequest"/>, with its number in the journal.</summary>
internal readonly record struct JournalEntry(long Number, object Item);
