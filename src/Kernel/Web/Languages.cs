using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Kernel.Localization;

namespace Percurso.Kernel.Web;

/// <summary>The reader's language: a cookie, else what the browser asks for, else Portuguese.</summary>
static class Languages
{
    public static void AddLanguages(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        services.AddSingleton(new Translations([typeof(Languages).Assembly, .. modules.Select(module => module.GetType().Assembly)]));
        services.AddSingleton<Words>();
        services.AddSingleton<Microsoft.Extensions.Localization.IStringLocalizerFactory, OneLocalizer>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Translations.Cultures[0]);
            options.SupportedCultures = options.SupportedUICultures = [.. Translations.Cultures];
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        services.Configure<MvcOptions>(Sentences);
    }

    /// <summary>What the framework says of its own when a form cannot be read.</summary>
    static void Sentences(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => Say("Preencha este campo."));
        messages.SetMissingKeyOrValueAccessor(() => Say("Preencha este campo."));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Say("O pedido veio vazio. Preencha o formulário e envie de novo."));
        messages.SetValueMustNotBeNullAccessor(_ => Say("Preencha este campo."));
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Say("Este valor não serve aqui. Confira e escreva de novo."));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Say("Este valor não serve aqui. Confira e escreva de novo."));
        messages.SetUnknownValueIsInvalidAccessor(_ => Say("Este valor não serve aqui. Confira e escreva de novo."));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Say("Este valor não serve aqui. Confira e escreva de novo."));
        messages.SetValueIsInvalidAccessor(_ => Say("Este valor não serve aqui. Confira e escreva de novo."));
        messages.SetValueMustBeANumberAccessor(_ => Say("Escreva um número."));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Say("Escreva um número."));
    }

    static string Say(string words) => Spoken.Find(System.Globalization.CultureInfo.CurrentUICulture, words).Text;

    static readonly Translations Spoken = new([typeof(Languages).Assembly]);

    /// <summary>The one localizer behind validation attributes too.</summary>
    sealed class OneLocalizer(Words words) : Microsoft.Extensions.Localization.IStringLocalizerFactory
    {
        public Microsoft.Extensions.Localization.IStringLocalizer Create(Type resourceSource) => words;

        public Microsoft.Extensions.Localization.IStringLocalizer Create(string baseName, string location) => words;
    }
}
