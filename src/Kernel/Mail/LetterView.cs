using System.Globalization;

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace Percurso.Kernel.Mail;

/// <summary>Renders a letter's view outside of any request, in the language of whoever receives it.</summary>
sealed class LetterView(IRazorViewEngine engine, ITempDataProvider tempData, IServiceProvider services)
{
    public async Task<(string Subject, string Html)> RenderAsync(string path, object letter, CultureInfo culture, string siteName)
    {
        var found = engine.GetView(executingFilePath: null, path, isMainPage: true);
        if (!found.Success) throw new InvalidOperationException($"There is no letter at {path}.");

        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            var http = new DefaultHttpContext { RequestServices = services };
            var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
            var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = letter, ["Site"] = siteName };
            await using var html = new StringWriter(CultureInfo.InvariantCulture);
            var context = new ViewContext(action, found.View, data, new TempDataDictionary(http, tempData), html, new HtmlHelperOptions());

            await found.View.RenderAsync(context);
            return (context.ViewData["Title"] as string ?? throw new InvalidOperationException($"{path} sets no ViewData[\"Title\"]."), html.ToString());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
