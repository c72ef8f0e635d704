using Percurso.Files.Contracts;
using Percurso.Files.Quarantine;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Files.Domain;

/// <summary>A file that has come whole: one version of what a slot holds. It is never overwritten; a later one takes its place.</summary>
sealed class StoredFile : Aggregate
{
    public const int ReasonLength = 500;

    StoredFile() { }

    public string Purpose { get; private init; } = "";
    public Guid SubjectId { get; private init; }
    public string Slot { get; private init; } = "";

    /// <summary>Its version in the slot, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>As the sender's machine calls it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Of what was sent, where something was left out of what is kept; else null.</summary>
    public string? SentSha256 { get; private set; }
    public Guid UploadId { get; private init; }
    public DateTime SentAt { get; private init; }

    /// <summary>Who sent it; null for somebody with a link.</summary>
    public Guid? SentBy { get; private init; }
    public Guid? LinkId { get; private init; }

    public FileState State { get; private set; }

    /// <summary>What the checks found, as JSON; null until they have.</summary>
    public string? Verdict { get; private set; }

    /// <summary>When the checks may look at it, or look again after a run that did not end. UTC.</summary>
    public DateTime CheckAfter { get; private set; }
    public int Checks { get; private set; }

    /// <summary>Who takes the risk the checks named, under which name.</summary>
    public Guid? RiskBy { get; private set; }
    public string? RiskName { get; private set; }
    public DateTime? RiskAt { get; private set; }

    /// <summary>Why it was taken out, and by whom.</summary>
    public string? OutReason { get; private set; }
    public Guid? OutBy { get; private set; }
    public DateTime? OutAt { get; private set; }

    /// <summary>What the company did with it after it was set apart; null while that waits.</summary>
    public Outcome? Outcome { get; private set; }
    public string? OutcomeReason { get; private set; }
    public Guid? OutcomeBy { get; private set; }
    public DateTime? OutcomeAt { get; private set; }

    /// <summary>What it became in the case it belongs to.</summary>
    public Guid? MovedTo { get; private set; }

    /// <summary>Whether its bytes are still here.</summary>
    public bool HasBytes => Outcome is null;

    /// <summary>Whether it may stand for its slot.</summary>
    public bool Counts => State is FileState.Fine or FileState.RiskTaken;

    public static StoredFile Arrive(Uploads.Upload upload, int number, DateTime now)
    {
        var file = new StoredFile
        {
            Purpose = upload.Purpose,
            SubjectId = upload.SubjectId,
            Slot = upload.Slot,
            Number = number,
            Name = upload.Name,
            Length = upload.Length!.Value,
            Sha256 = upload.Sha256!,
            UploadId = upload.Id,
            SentAt = now,
            SentBy = upload.AccountId,
            LinkId = upload.LinkId,
            State = FileState.Checking,
            CheckAfter = now,
        };
        file.Record(new FileArrived(file.Id, file.Purpose, file.SubjectId, file.Slot));
        file.Changed();
        return file;
    }

    /// <summary>A run of the checks begins; should it not end, another may begin after a while.</summary>
    public void BeginCheck(DateTime now, TimeSpan patience)
    {
        (CheckAfter, Checks) = (now + patience, Checks + 1);
        Changed();
    }

    /// <summary>What the camera noted is left out of what is kept and handed out.</summary>
    public void Strip(long length, string sha256)
    {
        (SentSha256, Length, Sha256) = (SentSha256 ?? Sha256, length, sha256);
        Changed();
    }

    /// <summary>A run could not be carried through, through no fault of the file's.</summary>
    /// <param name="until">When another may begin.</param>
    /// <param name="counts">Whether it is one of the few that a file gets.</param>
    public void PutOffCheck(DateTime until, bool counts)
    {
        (CheckAfter, Checks) = (until, counts ? Checks : Checks - 1);
        Changed();
    }

    /// <param name="state">Fine, at risk, refused or split.</param>
    /// <param name="verdict">JSON.</param>
    public void Judge(FileState state, string verdict)
    {
        if (State != FileState.Checking) return;

        (State, Verdict) = (state, verdict);
        Record(new FileJudged(Id, Purpose, SubjectId, Slot, state));
        Changed();
    }

    /// <summary>Somebody answers by name for what the checks found doubtful.</summary>
    public void TakeRisk(Guid by, string name, DateTime now)
    {
        if (State == FileState.RiskTaken) return;
        if (State != FileState.AtRisk) throw new RuleBrokenException("Este arquivo não espera que alguém aceite um risco.");

        (State, RiskBy, RiskName, RiskAt) = (FileState.RiskTaken, by, name, now);
        Record(new FileJudged(Id, Purpose, SubjectId, Slot, State));
        Changed();
    }

    /// <summary>It belongs to somebody else: out of every list and every ZIP, and kept for the company alone.</summary>
    public void Quarantine(Guid by, string reason, DateTime now)
    {
        if (State == FileState.Quarantined) return;

        (State, OutBy, OutReason, OutAt) = (FileState.Quarantined, by, reason, now);
        Record(new FileQuarantined(Id, Purpose, SubjectId, Slot));
        Changed();
    }

    /// <summary>Nobody here needs it, or may have it.</summary>
    public void Destroy(Guid by, string reason, DateTime now)
    {
        Settle(Files.Quarantine.Outcome.Destroyed, by, reason, now);
        Record(new FileDestroyed(Id));
    }

    /// <param name="to">The file that it became.</param>
    public void Move(Guid to, Guid by, string reason, DateTime now)
    {
        Settle(Files.Quarantine.Outcome.Moved, by, reason, now);
        MovedTo = to;
    }

    void Settle(Outcome outcome, Guid by, string reason, DateTime now)
    {
        if (State != FileState.Quarantined || Outcome is not null) throw new RuleBrokenException("O que fazer com este arquivo já foi decidido.");

        (Outcome, OutcomeReason, OutcomeBy, OutcomeAt) = (outcome, reason, by, now);
        Changed();
    }

    /// <summary>The sender takes it back; it is kept, and stands for nothing.</summary>
    public void Withdraw(Guid by, DateTime now)
    {
        if (State is FileState.Withdrawn or FileState.Quarantined) return;

        (State, OutBy, OutAt) = (FileState.Withdrawn, by, now);
        Record(new FileWithdrawn(Id, Purpose, SubjectId, Slot));
        Changed();
    }
}
