using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Npgsql;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Guidance;
using Percurso.Cases.Steps.Intake;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Printing;
using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Data;

/// <summary>Pathways, cases with their steps and histories, conversations, drafts.</summary>
sealed class CasesDb(DbContextOptions<CasesDb> options) : ModuleDb(options)
{
    public const string Schema = "cases";

    static readonly string[] histories = ["ix_event_case_id_number", "ix_review_line_review_id_number", "ix_meeting_line_meeting_id_number", "ix_printing_line_printing_id_number"];

    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Pathway> Pathways => Set<Pathway>();
    public DbSet<CaseEvent> Events => Set<CaseEvent>();
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<Habit> Habits => Set<Habit>();

    public DbSet<PlanReview> Reviews => Set<PlanReview>();

    /// <summary>Plans with their histories and what was asked for.</summary>
    public IQueryable<PlanReview> WholeReviews => Reviews.Include("lines").Include("requests").Include("reports").Include("approvals");

    public DbSet<CaseMeeting> Meetings => Set<CaseMeeting>();

    /// <summary>Meetings with their histories and what was signed.</summary>
    public IQueryable<CaseMeeting> WholeMeetings => Meetings.Include("lines").Include("waivers");

    public DbSet<CasePrinting> Printings => Set<CasePrinting>();

    /// <summary>Printings with their histories.</summary>
    public IQueryable<CasePrinting> WholePrintings => Printings.Include("lines");

    /// <summary>Cases with their steps, to be changed.</summary>
    public IQueryable<Case> Whole => Cases.Include("steps");

    /// <summary>
    /// Nobody else takes a step of this case on or back until the transaction ends. What lies within a step can be changed without the case itself, so whoever
    /// closes a step would not see it.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has, since the case was read.</exception>
    public async Task StandStillAsync(Case one, CancellationToken cancel)
    {
        var stands = (await Database.SqlQuery<int>($"""select version as "Value" from cases."case" where id = {one.Id} for update""").ToListAsync(cancel)).Single();
        if (stands != Entry(one).Property(row => row.Version).OriginalValue) throw new DbUpdateConcurrencyException();
    }

    /// <summary>
    /// Of two who act on one case at once, or on what one of its steps keeps, each would write the same number of its history: the second is told that somebody
    /// else changed it meanwhile, as of any other change in between.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException second) when (second.InnerException is PostgresException { ConstraintName: { } name } && histories.Contains(name))
        {
            throw new DbUpdateConcurrencyException(second.Message, second);
        }
    }

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Case>(MapCase);
        model.Entity<CaseStep>(step =>
        {
            step.ToTable("Step").HasKey(row => new { row.CaseId, row.Key });
            step.Property(row => row.Key).ValueGeneratedNever();
            step.Property(row => row.Evidence).HasColumnType("jsonb");
        });
        model.Entity<CaseEvent>(one =>
        {
            one.ToTable("Event").HasKey(row => row.Id);
            one.Property(row => row.Id).ValueGeneratedNever();
            one.HasIndex(row => new { row.CaseId, row.Number }).IsUnique();
            one.HasIndex(row => new { row.What, row.At });
        });
        model.Entity<Pathway>(MapPathway);
        model.Entity<Message>(message =>
        {
            message.ToTable("Message").HasKey(row => row.Id);
            message.Property(row => row.Id).ValueGeneratedNever();
            message.Property(row => row.Text).HasMaxLength(Message.TextLength);
            message.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
            message.HasIndex(row => row.CaseId);
            message.HasIndex(row => row.CaseId, "ix_message_unconfirmed").HasFilter("said_where is not null and confirmed_at is null");
        });
        model.Entity<InternalNote>(note =>
        {
            note.ToTable("InternalNote").HasKey(row => row.Id);
            note.Property(row => row.Id).ValueGeneratedNever();
            note.Property(row => row.Text).HasMaxLength(InternalNote.TextLength);
            note.HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
        });
        model.Entity<SheetOpened>().ToTable("SheetOpened").HasKey(row => new { row.AccountId, row.ItemId, row.Edition });
        model.Entity<SheetRead>().ToTable("SheetRead").HasKey(row => new { row.DentistId, row.ItemId, row.Edition });
        model.Entity<ClinicalSheet>(sheet =>
        {
            sheet.ToTable("ClinicalSheet").HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
            sheet.HasIndex(row => row.CaseId).IsUnique();
            sheet.Ignore(row => row.Counts);
            sheet.Property(row => row.Answers).HasColumnType("jsonb").HasConversion(
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
                stored => JsonSerializer.Deserialize<Dictionary<string, string>>(stored, JsonSerializerOptions.Web)!,
                // Answers are replaced as a whole.
                new ValueComparer<Dictionary<string, string>>((one, other) => ReferenceEquals(one, other), answers => answers.Count, answers => answers));
        });
        model.Entity<IntakeItem>(item =>
        {
            item.ToTable("IntakeItem").HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
            item.HasIndex(row => new { row.CaseId, row.Step, row.Slot }).IsUnique();
            item.Property(row => row.Note).HasMaxLength(IntakeItem.WordsLength);
            item.Property(row => row.Reason).HasMaxLength(IntakeItem.WordsLength);
            item.Property(row => row.Tracking).HasMaxLength(IntakeItem.TrackingLength);
        });
        MapReviews(model);
        MapMeetings(model);
        MapPrintings(model);
        model.Entity<Draft>(draft =>
        {
            draft.ToTable("Draft").HasKey(row => new { row.AccountId, row.ClinicId, row.Start });
            draft.Property(row => row.Fields).HasColumnType("jsonb");
        });
        model.Entity<Preference>().ToTable("Preference").HasKey(row => new { row.AccountId, row.News });
        model.Entity<DigestLine>(line =>
        {
            line.ToTable("DigestLine").HasKey(row => row.Id);
            line.Property(row => row.Id).ValueGeneratedNever();
            line.HasIndex(row => row.AccountId);
        });
        model.Entity<Numbering>().ToTable("Numbering").HasKey(row => row.Year);
        model.Entity<Numbering>().Property(row => row.Year).ValueGeneratedNever();
        model.Entity<Habit>().ToTable("Habit").HasKey(row => new { row.DentistId, row.ClinicId });
    }

    static void MapCase(EntityTypeBuilder<Case> one)
    {
        one.ToTable("Case").HasKey(row => row.Id);
        one.Property(row => row.Nickname).HasMaxLength(Case.NicknameLength);
        one.Property(row => row.Prescription).HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            stored => JsonSerializer.Deserialize<Prescription>(stored, JsonSerializerOptions.Web)!);
        one.Ignore(row => row.Steps).Ignore(row => row.NewEvents).Ignore(row => row.Current).Ignore(row => row.Waiting);
        one.HasMany<CaseStep>("steps").WithOne().HasForeignKey(step => step.CaseId);
        one.HasMany<CaseEvent>("newEvents").WithOne().HasForeignKey(happened => happened.CaseId);
        one.Property(row => row.SearchText).HasComputedColumnSql("kernel.plain(((patient_name || ' '::text) || number) || ' '::text || coalesce(nickname, ''))", stored: true);
        one.HasIndex(row => row.Number).IsUnique();
        one.HasIndex(row => new { row.LookOn, row.Id }).HasFilter("look_on is not null");
        one.HasIndex(row => new { row.StepKey, row.Turn }).HasFilter("look_on is not null");
        one.HasIndex(row => row.PlannerId);
        one.HasIndex(row => row.PatientId);
        one.HasIndex(row => row.RemakeOf).HasFilter("remake_of is not null");
        one.HasIndex(row => new { row.ClinicId, row.TurnSince });
        one.HasOne<Pathway>().WithMany().HasForeignKey(row => row.PathwayId);
    }

    static void MapReviews(ModelBuilder model)
    {
        model.Entity<PlanReview>(review =>
        {
            review.ToTable("Review").HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
            review.HasIndex(row => new { row.CaseId, row.Step }).IsUnique();
            review.Ignore(row => row.Lines).Ignore(row => row.Requests).Ignore(row => row.LastRequests).Ignore(row => row.Approval);
            review.HasMany<ReviewLine>("lines").WithOne().HasForeignKey(line => line.ReviewId);
            review.HasMany<ChangeRequest>("requests").WithOne().HasForeignKey(request => request.ReviewId);
            review.HasMany<PlanReport>("reports").WithOne().HasForeignKey(report => report.ReviewId);
            review.HasMany<Approval>("approvals").WithOne().HasForeignKey(approval => approval.ReviewId);
        });
        model.Entity<PlanReport>().ToTable("PlanReport").HasKey(row => new { row.ReviewId, row.OfVersion });
        MapSigned<Approval>(model, "Approval").HasIndex(row => row.ReviewId);
        model.Entity<ReviewLine>(line =>
        {
            line.ToTable("ReviewLine").HasKey(row => row.Id);
            line.Property(row => row.Id).ValueGeneratedNever();
            line.HasIndex(row => new { row.ReviewId, row.Number }).IsUnique();
        });
        model.Entity<ChangeRequest>(request =>
        {
            request.ToTable("ChangeRequest").HasKey(row => row.Id);
            request.Property(row => row.Id).ValueGeneratedNever();
            request.Property(row => row.Words).HasMaxLength(PlanReview.WordsLength);
            request.Property(row => row.Said).HasMaxLength(ChangeRequest.AnswerLength);
            request.HasIndex(row => new { row.ReviewId, row.Position }).IsUnique();
        });
    }

    static void MapMeetings(ModelBuilder model)
    {
        model.Entity<CaseMeeting>(meeting =>
        {
            meeting.ToTable("Meeting").HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
            meeting.Property(row => row.Place).HasMaxLength(CaseMeeting.PlaceLength);
            meeting.HasIndex(row => new { row.CaseId, row.Step }).IsUnique();
            meeting.HasIndex(row => row.StartsAt).HasFilter("state = 'Booked'");
            meeting.Ignore(row => row.Lines).Ignore(row => row.Waiver);
            meeting.HasMany<MeetingLine>("lines").WithOne().HasForeignKey(line => line.MeetingId);
            meeting.HasMany<Waiver>("waivers").WithOne().HasForeignKey(waiver => waiver.MeetingId);
        });
        MapSigned<Waiver>(model, "Waiver").HasIndex(row => row.MeetingId);
        model.Entity<MeetingLine>(line =>
        {
            line.ToTable("MeetingLine").HasKey(row => row.Id);
            line.Property(row => row.Id).ValueGeneratedNever();
            line.HasIndex(row => new { row.MeetingId, row.Number }).IsUnique();
        });
    }

    static EntityTypeBuilder<T> MapSigned<T>(ModelBuilder model, string table) where T : SignedAct
    {
        var act = model.Entity<T>();
        act.ToTable(table).HasKey(row => row.Id);
        act.Property(row => row.Id).ValueGeneratedNever();
        act.Property(row => row.UserAgent).HasMaxLength(SignedAct.AgentLength);
        act.Ignore(row => row.IsWhole);
        return act;
    }

    static void MapPrintings(ModelBuilder model)
    {
        model.Entity<CasePrinting>(printing =>
        {
            printing.ToTable("Printing").HasOne<Case>().WithMany().HasForeignKey(row => row.CaseId);
            printing.Property(row => row.Wish).HasColumnType("jsonb").HasConversion(
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), stored => JsonSerializer.Deserialize<PrintWish>(stored, JsonSerializerOptions.Web)!);
            printing.HasIndex(row => new { row.CaseId, row.Step }).IsUnique();
            printing.HasIndex(row => row.ChargeId).HasFilter("charge_id is not null");
            printing.Ignore(row => row.Lines).Ignore(row => row.IsDone).Ignore(row => row.Turn);
            printing.HasMany<PrintingLine>("lines").WithOne().HasForeignKey(line => line.PrintingId);
        });
        model.Entity<PrintingLine>(line =>
        {
            line.ToTable("PrintingLine").HasKey(row => row.Id);
            line.Property(row => row.Id).ValueGeneratedNever();
            line.HasIndex(row => new { row.PrintingId, row.Number }).IsUnique();
        });
    }

    static void MapPathway(EntityTypeBuilder<Pathway> pathway)
    {
        pathway.ToTable("Pathway").HasKey(row => row.Id);
        pathway.Property(row => row.Id).ValueGeneratedNever();
        pathway.HasIndex(row => new { row.Key, row.Number }).IsUnique();
        pathway.Property(row => row.Title).HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), stored => JsonSerializer.Deserialize<LocalText>(stored, JsonSerializerOptions.Web)!);
        pathway.Property(row => row.Steps).HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
            stored => JsonSerializer.Deserialize<List<PathwayStep>>(stored, JsonSerializerOptions.Web)!,
            // A version never changes.
            new ValueComparer<IReadOnlyList<PathwayStep>>((one, other) => ReferenceEquals(one, other), steps => steps.Count, steps => steps));
    }
}
