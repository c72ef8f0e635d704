using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain.Dates;
using Percurso.Cases.Figures;
using Percurso.Cases.Filed;
using Percurso.Cases.Jobs;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Pages.Cases.Staff;
using Percurso.Cases.Reactions;
using Percurso.Cases.Recipes;
using Percurso.Cases.Rights;
using Percurso.Cases.Spine;
using Percurso.Cases.Steps.Guidance;
using Percurso.Cases.Steps.Intake;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Printing;
using Percurso.Content.Contracts;
using Percurso.Files.Contracts;
using Percurso.Cases.Steps.Payment;
using Percurso.Cases.Steps.Review;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Navigation;
using Percurso.Kernel.Privacy;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Meetings.Contracts;
using Percurso.Patients.Contracts;
using Percurso.Payments.Contracts;
using Percurso.Production.Contracts;
using Percurso.Scheduling.Contracts;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases;

/// <summary>Cases and the pathways they walk: the spine, the dentist's and the company's side.</summary>
public sealed class CasesModule : IModule
{
    public void AddTo(IHostApplicationBuilder app)
    {
        app.AddModuleDb<CasesDb>(CasesDb.Schema);
        app.Services.AddScoped<Timetable>();
        app.Services.AddScoped<IClosedDays, CompanyRests>();
        app.Services.AddScoped<Walk>();
        app.Services.AddScoped<GoneOn>();
        app.Services.AddScoped<Signer>();
        app.Services.AddScoped<SignedPaper>();
        app.Services.AddScoped<ICaseSteps>(services => services.GetRequiredService<Walk>());
        app.Services.AddScoped<ICases>(services => services.GetRequiredService<Walk>());
        app.Services.AddScoped<OpenCases>();
        app.Services.AddScoped<CaseReaders>();
        app.Services.AddScoped<CaseFrame>();
        app.Services.AddScoped<ICaseFrame>(services => services.GetRequiredService<CaseFrame>());
        app.Services.AddScoped<DentistHome>();
        app.Services.AddScoped<EditPathway>();
        app.Services.AddScoped<CountFigures>();
        AddFile(app.Services);
        AddReactions(app.Services);
        app.Services.AddStepKind<GuidanceKind>();
        app.Services.AddScoped<GuidanceShelf>();
        app.Services.AddScoped<ClinicalSheetPaper>();
        app.Services.AddScoped<IUseMedia, UsedGuidance>();
        app.Services.AddRecipeStep<WriteGuidance>();
        app.Services.AddStepKind<PaymentStep>();
        app.Services.AddHandler<ChargePaid, FinishWhenPaid>("cases.finish-when-paid");
        app.Services.AddHandler<CaseCancelled, SettleCancelled>("cases.settle-cancelled");
        AddIntake(app.Services);
        AddReviews(app.Services);
        AddMeetings(app.Services);
        AddPrintings(app.Services);
        app.Services.AddRecipeStep<WritePathway>();
        app.Services.AddRecipeStep<WriteDays>();
        app.Services.AddRecipeStep<OpenRecipeCases>();
        app.Services.AddPermissions(
            new Permission(CasesPermissions.See, "Ver todos os casos, o quadro e as notas internas", "planner", "reviewer", "production"),
            new Permission(CasesPermissions.Steer, "Conduzir casos: atribuir, pôr em espera, cancelar, escrever ao dentista", "planner"),
            new Permission(CasesPermissions.Review, "Conferir planejamentos de outros e liberá-los ao dentista", "planner", "reviewer"),
            new Permission(CasesPermissions.EditReview, "Editar a conferência dos planejamentos e as declarações que dentistas assinam"),
            new Permission(CasesPermissions.EditPathway, "Editar o percurso dos casos: títulos, ordem, textos, ajustes"),
            new Permission(CasesPermissions.Figures, "Ver os números da empresa, também os do dinheiro", "finance"),
            new Permission(CasesPermissions.EditDates, "Editar os prazos de cada passo e os dias sem expediente"));
        app.Services.AddAuditActs(CasesActs.PathwayChanged, CasesActs.DaysChanged, CasesActs.ClosedDaysChanged, CasesActs.ReviewChanged, CasesActs.StatementChanged);
        app.Services.AddNavigation(
            new NavItem(Menu.Administration, "Casos", "/admin/casos", 20, "dental", CasesPermissions.See),
            new NavItem(Menu.Administration, "Números", "/admin/numeros", 60, "chart-bar", CasesPermissions.Figures),
            new NavItem(Menu.Administration, "Percurso dos casos", "/admin/percurso", 610, "link", CasesPermissions.EditPathway, Group: "Casos e prazos"),
            new NavItem(Menu.Administration, "Prazos e feriados", "/admin/prazos", 620, "calendar", CasesPermissions.EditDates, Group: "Casos e prazos"),
            new NavItem(Menu.Administration, "Conferência", "/admin/conferencia", 626, "shield-check", CasesPermissions.EditReview, Group: "Casos e prazos"),
            new NavItem(Menu.Administration, "Declarações", "/admin/declaracoes", 628, "signature", CasesPermissions.EditReview, Group: "Casos e prazos"),
            new NavItem(Menu.Client, "Avisos", "/avisos", 850, "mail"));
        app.Services.AddExtension("dashboard", "/Pages/Cases/Staff/_CasesCard.cshtml", 10, CasesPermissions.See);
        app.Services.AddPersonalData<OwnCases>();
        app.Services.AddExtension("home", "/Pages/Cases/_Home.cshtml", 50);
        app.Services.AddExtension("patients-head", "/Pages/Cases/_NewCaseButton.cshtml", 10);
        app.Services.AddExtension("patient", "/Pages/Cases/_CasesOfPatient.cshtml", 10);
    }

    /// <summary>The parts of a case's file, in its order.</summary>
    static void AddFile(IServiceCollection services)
    {
        services.AddScoped<Names>();
        services.AddScoped<ICaseFilePart, SummaryPart>();
        services.AddScoped<ICaseFilePart, StoryPart>();
        services.AddScoped<ICaseFilePart, IntakePart>();
        services.AddScoped<ICaseFilePart, PlansPart>();
        services.AddScoped<ICaseFilePart, MeetingPart>();
        services.AddScoped<ICaseFilePart, PrintingPart>();
        services.AddScoped<ICaseFilePart, MoneyPart>();
    }

    static void AddIntake(IServiceCollection services)
    {
        services.AddStepKind<IntakeKind>();
        services.AddScoped<IntakeList>();
        services.AddScoped<Intake>();
        services.AddScoped<IntakeShelf>();
        services.AddScoped<IFileSubjects, CaseFiles>();
        services.AddHandler<FileJudged, ItemArrives>("cases.item-arrives");
        services.AddHandler<ClinicalSheetFilled, SheetArrives>("cases.sheet-arrives");
        services.AddHandler<FileQuarantined, ItemIsLost>("cases.item-is-quarantined");
        services.AddHandler<FileWithdrawn, ItemIsLost>("cases.item-is-withdrawn");
        services.AddHandler<FileQuarantined, TellOfFiles>("cases.tell-of-strange-files");
        services.AddHandler<FileReplaced, TellOfFiles>("cases.tell-of-replaced-files");
        services.AddHandler<PrescriptionChanged, ListItemsAnew>("cases.list-items-anew");
        services.AddHandler<SlotChanged, ListItemsAnew>("cases.ask-for-less");
    }

    static void AddReviews(IServiceCollection services)
    {
        services.AddStepKind<ReviewKind>();
        services.AddScoped<Reviewing>();
        services.AddScoped<FinalPlan>();
        services.AddScoped<ApprovalPaper>();
        services.AddScoped<FurtherRounds>();
        services.AddScoped<IFileSubjects, ReviewFiles>();
        services.AddScoped<IViewSubjects, ReviewViews>();
        services.AddHandler<FileJudged, LayerArrives>("cases.layer-arrives");
        services.AddHandler<PlanSubmitted, TellOfPlans>("cases.tell-of-submitted-plans");
        services.AddHandler<PlanReturned, TellOfPlans>("cases.tell-of-returned-plans");
        services.AddRecipeStep<WriteReviewTerms>();
        services.AddRecipeStep<WriteStatements>();
        services.AddRecipeStep<PlanRecipeCases>();
    }

    static void AddMeetings(IServiceCollection services)
    {
        services.AddStepKind<MeetingKind>();
        services.AddScoped<MeetingDesk>();
        services.AddScoped<Waiving>();
        services.AddScoped<WaiverPaper>();
        services.AddScoped<MeetingTalk>();
        services.AddScoped<TalkedOf>();
        services.AddScoped<IRoomSubjects, CaseRooms>();
        services.AddScoped<TellOfMeetings>();
        services.AddHandler<MeetingBooked, TellOfMeetings>("cases.tell-of-booked-meetings");
        services.AddHandler<MeetingMoved, TellOfMeetings>("cases.tell-of-moved-meetings");
        services.AddHandler<MeetingCancelled, TellOfMeetings>("cases.tell-of-cancelled-meetings");
        services.AddHandler<MeetingPlaced, TellOfMeetings>("cases.tell-of-meeting-places");
        services.AddHandler<MeetingProposed, TellOfMeetings>("cases.tell-of-proposed-times");
        services.AddHandler<MeetingWaived, TellOfWaivers>("cases.tell-of-waived-meetings");
        services.AddHandler<CaseCancelled, EndMeetings>("cases.end-meetings");
        services.AddJob<RemindOfMeetings>();
        services.AddRecipeStep<MeetRecipeCases>();
    }

    static void AddPrintings(IServiceCollection services)
    {
        services.AddStepKind<PrintingKind>();
        services.AddScoped<ApprovedParts>();
        services.AddScoped<PrintMoney>();
        services.AddScoped<PrintingStep>();
        services.AddScoped<PrintDesk>();
        services.AddScoped<PrintReceipts>();
        services.AddScoped<RemakeCases>();
        services.AddScoped<IFileSubjects, PrintingFiles>();
        services.AddScoped<IBoxContents, BoxOfCase>();
        services.AddHandler<ChargePaid, BeginWhenPaid>("cases.begin-printing-when-paid");
        services.AddHandler<PrintSent, GuidesAreSent>("cases.guides-are-sent");
        services.AddHandler<GuidesOrdered, TellProduction>("cases.tell-production");
        services.AddHandler<CaseCancelled, StopPrinting>("cases.stop-printing");
        services.AddRecipeStep<OrderRecipeCases>();
        services.AddRecipeStep<PrintRecipeCases>();
    }

    static void AddReactions(IServiceCollection services)
    {
        services.AddScoped<Tell>();
        services.AddHandler<PatientChanged, CallPatients>("cases.call-patients");
        services.AddHandler<TurnChanged, TellWhoseTurnItIs>("cases.tell-whose-turn-it-is");
        services.AddHandler<StepDone, TellTheDentist>("cases.tell-the-dentist");
        services.AddHandler<CaseHeld, TellAlways>("cases.tell-of-holds");
        services.AddHandler<CaseCancelled, TellAlways>("cases.tell-of-cancelling");
        services.AddHandler<CaseAtRisk, TellAlways>("cases.tell-of-risk");
        services.AddHandler<MessageSent, TellOfMessages>("cases.tell-of-messages");
        services.AddJob<CountDaysAnew>();
        services.AddJob<SendDigests>();
        services.AddJob<RemindSilentSides>();
    }
}
