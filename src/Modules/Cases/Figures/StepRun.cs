using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;

namespace Percurso.Cases.Figures;

/// <summary>One walk of a case through a step, from its opening until it was done.</summary>
/// <param name="Step">Its key.</param>
/// <param name="DoneAt">UTC.</param>
/// <param name="Ours">For how long it was the company's turn.</param>
/// <param name="Theirs">For how long it was the dentist's.</param>
/// <param name="Stood">For how long the clock stood meanwhile, on hold or in a pause: in neither of the two.</param>
sealed record StepRun(string Step, DateTime DoneAt, TimeSpan Ours, TimeSpan Theirs, TimeSpan Stood)
{
    public TimeSpan Walked => Ours + Theirs;

    /// <summary>
    /// Reads a case's history. A step that opened again is another run; one that closed again before it was done, or was done as it opened,
    /// is none.
    /// </summary>
    /// <param name="history">Of one case, in order.</param>
    public static IEnumerable<StepRun> Of(IEnumerable<CaseEvent> history)
    {
        var open = new Dictionary<string, Watch>();
        var stands = false;
        foreach (var happened in history)
        {
            foreach (var watch in open.Values) watch.Pass(happened.At, stands);
            switch (happened.What)
            {
                case Happening.StepUnlocked or Happening.StepReopened:
                    open[happened.Step!] = new(happened.At, happened.Turn);
                    break;
                case Happening.TurnPassed:
                    if (open.TryGetValue(happened.Step!, out var passed)) passed.Turn = happened.Turn;
                    break;
                case Happening.StepLocked:
                    open.Remove(happened.Step!);
                    break;
                case Happening.StepDone:
                    if (open.Remove(happened.Step!, out var done) && done.Since < happened.At) yield return new(happened.Step!, happened.At, done.Ours, done.Theirs, done.Stood);
                    break;
                case Happening.Held or Happening.Paused:
                    stands = true;
                    break;
                case Happening.Released or Happening.Resumed:
                    stands = false;
                    break;
                case Happening.Cancelled:
                    open.Clear();
                    break;
            }
        }
    }

    /// <summary>Whose time it was is not known of histories that are older than the figures: it counts as the company's.</summary>
    sealed class Watch(DateTime since, Turn? turn)
    {
        DateTime last = since;

        public DateTime Since { get; } = since;
        public Turn? Turn { get; set; } = turn;
        public TimeSpan Ours { get; private set; }
        public TimeSpan Theirs { get; private set; }
        public TimeSpan Stood { get; private set; }

        public void Pass(DateTime now, bool stands)
        {
            var more = now - last;
            last = now;
            if (stands) Stood += more;
            else if (Turn == Contracts.Turn.Dentist) Theirs += more;
            else Ours += more;
        }
    }
}
