using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;

namespace Percurso.Files.Data;

sealed class FilesDb(DbContextOptions<FilesDb> options) : ModuleDb(options)
{
    public const string Schema = "files";

    protected override void Map(ModelBuilder model)
    {
    }
}
