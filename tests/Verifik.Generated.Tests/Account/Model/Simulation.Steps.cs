namespace Verifik.Tests.Account.Model;

// What each step of a schedule does.
internal sealed partial class Simulation
{
    private async Task BeginAsync(ModelStep step)
    {
        var process = _processes[step.Process];
        var patience = new CancellationTokenSource();
        if (step.Patience > 0)
        {
            _ = LoseAsync(patience, Tick * step.Patience);
        }

        Trace($"{process} {step.Kind} begins");
        try
        {
            await DoAsync(step, process, patience.Token);
            Trace($"{process} {step.Kind} ends");
        }
        catch (Exception exception)
        {
            Trace($"{process} {step.Kind} fails: {exception.GetType().Name} {exception.InnerException?.GetType().Name}");
        }
    }

    private async Task DoAsync(ModelStep step, ModelProcess process, CancellationToken cancellationToken)
    {
        switch (step.Kind)
        {
            case ActKind.Login or ActKind.Logout or ActKind.Revoke:
                var act = new Act(_acts.Count, step.Kind, process) { Known = process.Knows | process.Did, Stored = Store.Reflects };
                _acts.Add(act);
                await process.DoAsync(act, cancellationToken);
                break;
            case ActKind.Restart when process.IsEnding:
                // Both would await the one task of the disposal, and .NET resumes the second awaiter of a task on the thread pool.
                break;
            case ActKind.Restart:
                await process.EndAsync();
                _ended.Add(process);
                _processes[step.Process] = new ModelProcess(this, $"{process.ToString()[0]}{_ended.Count + 1}");
                break;
            case ActKind.RevokeElsewhere:
                Server.Revoke(by: null);
                break;
            case ActKind.Sleep:
                if (Time.GetUtcNow() < _start.AddDays(1))
                {
                    Time.Advance(TimeSpan.FromDays(25) + Chance.Seconds(0, 86400));
                }

                break;
            default:
                await process.DoAsync(step.Kind, cancellationToken);
                break;
        }
    }

    // In place: CancelAsync would use the thread pool.
#pragma warning disable CA1849
    private async Task LoseAsync(CancellationTokenSource patience, TimeSpan after)
    {
        await DelayAsync(after);
        patience.Cancel();
    }
#pragma warning restore CA1849
}
