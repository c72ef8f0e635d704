namespace Percurso.Cases.Steps.Guidance;

/// <summary>That somebody opened a version of a sheet: which were opened is remembered.</summary>
sealed record SheetOpened(Guid AccountId, Guid ItemId, int Edition, DateTime At);

/// <summary>That a dentist's side has read a version of a sheet, confirmed by them or by whoever prepares for them.</summary>
sealed record SheetRead(Guid DentistId, Guid ItemId, int Edition, Guid By, DateTime At);
