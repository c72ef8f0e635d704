using Microsoft.EntityFrameworkCore;

using Percurso.Files.Checks;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Slots;
using Percurso.Files.Uploads;

namespace Percurso.Files.Checking;

/// <summary>
/// Takes the meshes out of a scanner's ZIP, each for the slot its name speaks of. A single one goes where the ZIP was sent; one whose name says
/// nothing too, where no other goes there. What has no slot here, or would push another out of its slot, stays in the ZIP alone.
/// </summary>
sealed class SpreadMeshes(FilesDb db, StageContent stage)
{
    public async Task<IReadOnlyList<Staged>> StageAsync(StoredFile file, Upload sent, Judgement judgement, CancellationToken cancel)
    {
        if (judgement.Verdict.Parts is not { Count: > 0 } parts || judgement is not { Subject: { } subject, Order: { } order }) return [];

        var open = (await db.Slots.AsNoTracking().Where(slot => !slot.IsRetired).ToListAsync(cancel)).Where(slot => subject.Takes(slot.Key)).ToList();
        if (sent.LinkId is { } link)
        {
            var allowed = await db.Links.Where(row => row.Id == link).Select(row => row.Slots).SingleAsync(cancel);
            open.RemoveAll(slot => !allowed.Contains(slot.Key));
        }

        var staged = new List<Staged>();
        foreach (var (name, slot) in Destinations(parts, file.Slot, open))
            staged.Add(await stage.StageAsync(sent, slot, CreateUpload.NameOf(name), 0, to => FileChecks.Unpack(order, [name], (_, mesh) => mesh.CopyTo(to)), cancel));
        return staged;
    }

    internal static IReadOnlyList<(string Name, string Slot)> Destinations(IReadOnlyList<Part> parts, string sentTo, IReadOnlyList<Slot> open)
    {
        if (parts is [var only]) return open.Any(slot => slot.Key == sentTo) ? [(only.Name, sentTo)] : [];

        var told = parts.Select(part => (part.Name, Slot: open.FirstOrDefault(slot => slot.Jaw != Jaw.Unsaid && slot.Jaw == part.Jaw))).ToList();
        if (parts.Count(part => part.Jaw == Jaw.Unsaid) == 1 && told.TrueForAll(one => one.Slot?.Key != sentTo))
            told = [.. told.Select(one => one.Slot is null && parts.First(part => part.Name == one.Name).Jaw == Jaw.Unsaid ? (one.Name, open.FirstOrDefault(slot => slot.Key == sentTo)) : one)];
        return [.. told.Where(one => one.Slot is not null && (one.Slot.TakesMany || told.Count(other => other.Slot?.Key == one.Slot.Key) == 1)).Select(one => (one.Name, one.Slot!.Key))];
    }
}
