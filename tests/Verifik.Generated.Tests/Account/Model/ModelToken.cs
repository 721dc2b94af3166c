namespace Verifik.Tests.Account.Model;

/// <summary>A token as the server knows it.</summary>
internal sealed class ModelToken(int number, Act? act)
{
    public string Value { get; } = $"visibly-fake-{number}";

    /// <summary>The login or revocation that it came from; for a renewed token, that of the first one.</summary>
    public Act? Act => act;

    /// <summary>The revocations that came after it. One without an act was done elsewhere.</summary>
    public List<Act?> RevokedBy { get; } = [];

    public bool IsAlive => RevokedBy.Count == 0;

    public override string ToString() => Value;
}
