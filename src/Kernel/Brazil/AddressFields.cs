using System.ComponentModel.DataAnnotations;

namespace Percurso.Kernel.Brazil;

/// <summary>
/// An address as it is typed: the part of a form that the theme's <c>_AddressFields</c> draws. City and UF may be left to the CEP.
/// </summary>
public abstract class AddressFields
{
    [Required(ErrorMessage = "Escreva o CEP.")]
    [StringLength(40, ErrorMessage = "O CEP passa de 40 caracteres. Escreva-o como 01310-100.")]
    [Holds<Cep>]
    public string Cep { get; set; } = "";

    [Required(ErrorMessage = "Escreva a rua, ou como se chama o lugar.")]
    [StringLength(120, ErrorMessage = "A rua passa de 120 letras. Escreva-a mais curta.")]
    public string Street { get; set; } = "";

    [Required(ErrorMessage = "Escreva o número, ou s/n.")]
    [StringLength(20, ErrorMessage = "O número passa de 20 letras. O resto cabe no complemento.")]
    public string Number { get; set; } = "";

    [StringLength(80, ErrorMessage = "O complemento passa de 80 letras. Escreva-o mais curto.")]
    public string? Complement { get; set; }

    [Required(ErrorMessage = "Escreva o bairro.")]
    [StringLength(80, ErrorMessage = "O bairro passa de 80 letras. Escreva-o mais curto.")]
    public string District { get; set; } = "";

    [StringLength(80, ErrorMessage = "A cidade passa de 80 letras. Confira o nome.")]
    public string? City { get; set; }

    [StringLength(40, ErrorMessage = "A UF passa de 40 caracteres. Escolha-a na lista.")]
    [Holds<Uf>]
    public string? Uf { get; set; }

    /// <summary>Takes city and UF from the CEP where they were left to it.</summary>
    /// <param name="addresses">Who knows CEPs.</param>
    /// <param name="form">What the page calls its form.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleBrokenException">No address has this CEP, it lies in another UF, or it does not tell the city.</exception>
    public async Task<TypedAddress> ReadAsync(IAddresses addresses, string form, CancellationToken cancel)
    {
        var cep = Brazil.Cep.Parse(Cep);
        var known = await addresses.OfAsync(cep, cancel)
            ?? throw new RuleBrokenException("Nenhum endereço tem este CEP. Confira os números.") { Field = $"{form}.{nameof(Cep)}" };
        if (string.IsNullOrWhiteSpace(City)) City = known.City;
        if (string.IsNullOrWhiteSpace(Uf)) Uf = known.Uf.Value;

        if (Uf != known.Uf.Value)
            throw new RuleBrokenException("Este CEP é de {0}. Confira o CEP ou a UF.", known.Uf.Value) { Field = $"{form}.{nameof(Uf)}" };
        if (string.IsNullOrWhiteSpace(City))
            throw new RuleBrokenException("Este CEP não diz a cidade. Escreva-a.") { Field = $"{form}.{nameof(City)}" };
        return new(cep, Street.Trim(), Number.Trim(), string.IsNullOrWhiteSpace(Complement) ? null : Complement.Trim(), District.Trim(), City.Trim(), known.Uf);
    }
}

/// <summary>What was typed, once city and UF are there.</summary>
public sealed record TypedAddress(Cep Cep, string Street, string Number, string? Complement, string District, string City, Uf Uf);
