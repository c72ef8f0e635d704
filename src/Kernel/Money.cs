using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Percurso.Kernel;

/// <summary>Reais, in whole cents: exact in every database and in every sum. Shown as the reader's language writes it, "R$ 1.234,50".</summary>
[JsonConverter(typeof(MoneyAsCents))]
public readonly record struct Money(long Cents) : IComparable<Money>
{
    /// <summary>More than any charge here; what is larger was mistyped.</summary>
    public static readonly Money Most = new(9_999_999_99);

    public static Money Zero => default;

    public bool IsZero => Cents == 0;

    public static Money operator +(Money one, Money other) => new(checked(one.Cents + other.Cents));

    public static Money operator -(Money one, Money other) => new(checked(one.Cents - other.Cents));

    public static Money operator *(Money each, int times) => new(checked(each.Cents * times));

    public static bool operator <(Money one, Money other) => one.Cents < other.Cents;

    public static bool operator >(Money one, Money other) => one.Cents > other.Cents;

    public static bool operator <=(Money one, Money other) => one.Cents <= other.Cents;

    public static bool operator >=(Money one, Money other) => one.Cents >= other.Cents;

    public static Money Least(Money one, Money other) => one < other ? one : other;

    /// <summary>This many hundredths of it; half a cent goes up.</summary>
    public Money Percent(int percent) => new((long)Math.Round(Cents * percent / 100m, MidpointRounding.AwayFromZero));

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>In the language of whoever reads; a space that does not break stands after the sign.</summary>
    public override string ToString() => string.Format(CultureInfo.CurrentCulture, "R$\u00a0{0:N2}", Cents / 100m);

    /// <summary>As one types it into a field: "1234,50".</summary>
    public string ToField() => (Cents / 100m).ToString("0.00", CultureInfo.CurrentCulture);

    /// <summary>What somebody typed: "R$ 1.234,50", "1234.5", "1234". The last point or comma before one or two digits separates the cents.</summary>
    public static bool TryParse(string? text, out Money found)
    {
        found = default;
        if (text is not { Length: > 0 and <= 40 }) return false;

        var bare = text.Replace("R$", "", StringComparison.OrdinalIgnoreCase).Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var mark = bare.LastIndexOfAny(['.', ',']);
        var hasCents = mark >= 0 && bare.Length - mark - 1 is 1 or 2;
        var whole = (hasCents ? bare[..mark] : bare).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var cents = hasCents ? bare[(mark + 1)..].PadRight(2, '0') : "00";
        if (!long.TryParse(whole.Length == 0 ? "0" : whole, NumberStyles.None, CultureInfo.InvariantCulture, out var reais)
            || !int.TryParse(cents, NumberStyles.None, CultureInfo.InvariantCulture, out var rest) || reais > Most.Cents / 100) return false;

        found = new(reais * 100 + rest);
        return true;
    }
}

/// <summary>In JSON, the number of cents.</summary>
sealed class MoneyAsCents : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Cents);
}
