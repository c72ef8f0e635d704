using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Localization;

namespace Percurso.Kernel.Web;

/// <summary>
/// Refuses text that no database can hold: the NUL character and halves of a surrogate pair. Everything else, any alphabet
/// and any emoji, is welcome.
/// </summary>
public sealed class StorableText : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.ModelType == typeof(string)
        ? new Binder(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
        : null;

    sealed class Binder(IModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is not string text || IsStorable(text)) return;

            Words words = bindingContext.HttpContext.RequestServices.GetRequiredService<Words>();
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, words["Este texto tem um caractere invisível que não pode ser guardado. Apague-o e envie de novo."]);
            bindingContext.Result = ModelBindingResult.Failed();
        }
    }

    /// <summary>Whether a text that no model binder reads can be kept.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\0' or NulInForms.StandIn) return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
