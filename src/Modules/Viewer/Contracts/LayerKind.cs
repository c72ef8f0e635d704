using System.Text.Json.Serialization;

namespace Percurso.Viewer.Contracts;

/// <summary>What a layer shows. Those that come later in this list are drawn later: glass before what lies in it would hide it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LayerKind>))]
public enum LayerKind { Bone, Nerve, Implant, Sleeve, Teeth, Jaw, Guide, Other }
