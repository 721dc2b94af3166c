namespace Verifik.Tests.Account.Model;

/// <summary>A person's act on the account, with what the rules need to know of it.</summary>
internal sealed class Act(int number, ActKind kind, ModelProcess process)
{
    /// <summary>The act as one bit of a set of acts.</summary>
    public ulong Bit { get; } = 1UL << number;

    public ActKind Kind => kind;

    /// <summary>What a person types for this login: the server sees by it which login it answers.</summary>
    public string Code { get; } = $"{number:000000}";

    /// <summary>The acts that its process had done, or knew of, when it began.</summary>
    public ulong Known { get; init; }

    /// <summary>The acts that the store reflected from its beginning until it was decided.</summary>
    public ulong Stored { get; set; }

    /// <summary>The acts that came before this one. See <see cref="Rules"/>.</summary>
    public ulong Before => Known | Stored;

    /// <summary>Whether the store has reflected it, or its process has seen what the store has instead.</summary>
    public bool HasMetStore { get; set; }

    /// <summary>Whether the call has ended, in whatever way.</summary>
    public bool HasEnded { get; set; }

    /// <summary>Whether the call ended without an exception.</summary>
    public bool HasSucceeded { get; set; }

    /// <summary>The token that the server answered with, once the process has it.</summary>
    public ModelToken? Delivered { get; set; }

    /// <summary>Whether nothing that is decided from now on can come before this act.</summary>
    public bool IsDecided => HasEnded || Delivered is not null;

    public override string ToString() => $"{kind} {number} of {process}";
}
