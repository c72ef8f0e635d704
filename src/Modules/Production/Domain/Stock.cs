using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Production.Domain;

/// <summary>What things are printed of, and what it costs more than the usual.</summary>
sealed class Material : Aggregate
{
    public const int TitleLength = 80;
    public const int NoteLength = 300;

    Material() { }

    public Material(string title, string titleEn, Money surcharge, string? note) => Change(title, titleEn, surcharge, note, isRetired: false);

    public string Title { get; private set; } = "";
    public string TitleEn { get; private set; } = "";
    public Money Surcharge { get; private set; }
    public string? Note { get; private set; }

    /// <summary>It is offered no longer; orders that name it stay.</summary>
    public bool IsRetired { get; private set; }

    public void Change(string title, string titleEn, Money surcharge, string? note, bool isRetired)
    {
        (Title, TitleEn, Surcharge, Note, IsRetired) = (title, titleEn, surcharge, note, isRetired);
        Changed();
    }
}

sealed class Printer : Aggregate
{
    public const int NameLength = 60;

    Printer() { }

    public Printer(string name, string? model) => Change(name, model, isRetired: false);

    /// <summary>What the people who work with it call it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Maker and model.</summary>
    public string? Model { get; private set; }

    /// <summary>Nothing is printed on it any more, or for now.</summary>
    public bool IsRetired { get; private set; }

    public void Change(string name, string? model, bool isRetired)
    {
        (Name, Model, IsRetired) = (name, model, isRetired);
        Changed();
    }
}

/// <summary>Resin that was made in one go, with the number its maker gave it: what is printed of it can be traced to it.</summary>
sealed class Lot : Aggregate
{
    public const int NumberLength = 40;

    Lot() { }

    public Lot(string number, Guid material, DateOnly expiresOn)
    {
        (Number, MaterialId) = (number, material);
        Change(expiresOn, isRetired: false);
    }

    /// <summary>The maker's.</summary>
    public string Number { get; private init; } = "";
    public Guid MaterialId { get; private init; }

    /// <summary>The last day on which it may be used.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>It is used up, or set aside.</summary>
    public bool IsRetired { get; private set; }

    public bool HasExpired(DateOnly today) => ExpiresOn < today;

    public void Change(DateOnly expiresOn, bool isRetired)
    {
        (ExpiresOn, IsRetired) = (expiresOn, isRetired);
        Changed();
    }
}
