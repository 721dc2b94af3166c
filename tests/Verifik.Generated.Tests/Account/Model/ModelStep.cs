using CsCheck;

namespace Verifik.Tests.Account.Model;

/// <summary>One line of a schedule.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Process">By which of the two processes.</param>
/// <param name="Wait">After how much time, in tenths of a second.</param>
/// <param name="Patience">After how much time its caller leaves, in tenths of a second; zero where the caller stays.</param>
internal sealed record ModelStep(ActKind Kind, int Process, int Wait, int Patience)
{
    // Most begin where both processes have a token.
    private static readonly ModelStep[] Start = [new(ActKind.Login, 0, 0, 0), new(ActKind.Query, 1, 60, 0)];

    /// <summary>Schedules: half of the waits are short, so that acts overlap.</summary>
    public static readonly Gen<(ModelStep[] Steps, int Seed)> Schedules = Gen.Select(
        Gen.Select(
            Gen.Frequency(
                (4, Gen.Const(ActKind.Login)),
                (4, Gen.Const(ActKind.Logout)),
                (4, Gen.Const(ActKind.Revoke)),
                (3, Gen.Const(ActKind.Renew)),
                (3, Gen.Const(ActKind.Query)),
                (1, Gen.Const(ActKind.QueryRefused)),
                (2, Gen.Const(ActKind.Restart)),
                (1, Gen.Const(ActKind.RevokeElsewhere)),
                (1, Gen.Const(ActKind.Sleep))),
            Gen.Int[0, 1],
            Gen.Frequency((1, Gen.Int[0, 20]), (1, Gen.Int[0, 150])),
            Gen.Frequency((5, Gen.Const(0)), (1, Gen.Int[1, 40])),
            (kind, process, wait, patience) => new ModelStep(kind, process, wait, patience)).Array[1, 9],
        Gen.Int[0, 2],
        Gen.Int,
        (steps, start, seed) => (start == 0 ? steps : [.. Start, .. steps], seed));

    public override string ToString() => $"({Kind}, {Process}, {Wait}, {Patience})";
}
