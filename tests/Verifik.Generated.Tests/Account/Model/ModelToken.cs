namespace Verifik.Tests.Account.Model;

/// <summary>A token as the server knows it.</summary>
internal sealed class ModelToken(int number)
{
    public string Value { get; } = $"visibly-fake-{number}";

    /// <summary>The revocations that came after it. One without an act was done elsewhere.</summary>
    public List<Act?> RevokedBy { get; } = [];

    public bool IsAlive => RevokedBy.Count == 0;

    public override string ToString() => Value;
}
