namespace Search.Lucene.Segments;

/// <summary>Runs merges one after the other, on a thread of their own or the caller's.</summary>
internal sealed class MergeRunner(MergeScheduling scheduling)
{
    private readonly object _gate = new();
    private readonly Queue<Action> _due = new();
    private Thread? _thread;

    /// <summary>Takes a merge; in the background it starts after those taken before.</summary>
    public void Run(Action merge)
    {
        if (scheduling == MergeScheduling.Caller)
        {
            merge();
            return;
        }

        lock (_gate)
        {
            _due.Enqueue(merge);
            if (_thread is null)
            {
                _thread = new(Work) { IsBackground = true, Name = "Index merges", Priority = ThreadPriority.BelowNormal };
                _thread.Start();
            }
        }
    }

    /// <summary>Waits until all merges taken are done; when the writer closes, they end as soon as they notice.</summary>
    public void Wait()
    {
        lock (_gate)
        {
            while (_thread is not null)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Work()
    {
        while (true)
        {
            Action merge;
            lock (_gate)
            {
                if (_due.Count == 0)
                {
                    _thread = null;
                    Monitor.PulseAll(_gate);
                    return;
                }

                merge = _due.Dequeue();
            }

            merge();
        }
    }
}
