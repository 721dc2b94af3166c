namespace Verifik.Soak;

/// <summary>What a forced garbage collection left and closed.</summary>
/// <param name="Heap">The bytes in use afterwards.</param>
/// <param name="ClosedHandles">The handles that it closed, such as those of sockets that were not disposed.</param>
internal sealed record Collection(long Heap, int ClosedHandles);
