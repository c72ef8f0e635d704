using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Percurso.Viewer.Meshes;

/// <summary>
/// Writes one mesh as binary glTF 2.0 (ISO/IEC 12113) with KHR_mesh_quantization and EXT_meshopt_compression, so that other programs open what we show too.
/// The node's scale and translation turn the grid's numbers into millimetres.
/// </summary>
static class Glb
{
    const int Magic = 0x46546C67, Json = 0x4E4F534A, Binary = 0x004E4942;
    const int UnsignedShort = 5123, UnsignedInt = 5125, ArrayBuffer = 34962, ElementBuffer = 34963;

    public static byte[] Write(Quantised vertices, int[] corners)
    {
        var count = vertices.Vertices.Length / Quantised.Stride;
        var (places, triangles) = (VertexCodec.Pack(vertices.Vertices, Quantised.Stride), IndexCodec.Pack(corners));
        var second = Padded(places.Length);
        var unpacked = vertices.Vertices.Length + 4 * corners.Length;
        object View(int offset, int length, int? stride, int at, int packed, int each, int number, string mode, int target) => new
        {
            buffer = 1,
            byteOffset = offset,
            byteLength = length,
            byteStride = stride,
            target,
            extensions = new { EXT_meshopt_compression = new { buffer = 0, byteOffset = at, byteLength = packed, byteStride = each, count = number, mode } },
        };
        var text = JsonSerializer.Serialize(
            new
            {
                asset = new { version = "2.0", generator = "Percurso" },
                extensionsUsed = Extensions,
                extensionsRequired = Extensions,
                scene = 0,
                scenes = new[] { new { nodes = First } },
                nodes = new[] { new { mesh = 0, translation = vertices.Origin, scale = new[] { vertices.Step, vertices.Step, vertices.Step } } },
                meshes = new[] { new { primitives = new[] { new { attributes = new { POSITION = 0 }, indices = 1 } } } },
                accessors = new object[]
                {
                    new { bufferView = 0, componentType = UnsignedShort, count, type = "VEC3", min = Nothing, max = vertices.Most },
                    new { bufferView = 1, componentType = UnsignedInt, count = corners.Length, type = "SCALAR" },
                },
                bufferViews = new[]
                {
                    View(0, vertices.Vertices.Length, Quantised.Stride, 0, places.Length, Quantised.Stride, count, "ATTRIBUTES", ArrayBuffer),
                    View(vertices.Vertices.Length, 4 * corners.Length, null, second, triangles.Length, 4, corners.Length, "TRIANGLES", ElementBuffer),
                },
                buffers = new object[]
                {
                    new { byteLength = second + triangles.Length },
                    new { byteLength = unpacked, extensions = new { EXT_meshopt_compression = new { fallback = true } } },
                },
            },
            Options);
        return Pack(Encoding.UTF8.GetBytes(text), places, second, triangles);
    }

    static readonly int[] First = [0], Nothing = [0, 0, 0];

    static readonly string[] Extensions = ["EXT_meshopt_compression", "KHR_mesh_quantization"];

    static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    static byte[] Pack(byte[] text, byte[] places, int second, byte[] triangles)
    {
        var (textLength, binaryLength) = (Padded(text.Length), Padded(second + triangles.Length));
        var glb = new byte[12 + 8 + textLength + 8 + binaryLength];
        var at = 0;
        foreach (var number in (int[])[Magic, 2, glb.Length, textLength, Json]) Number(number);
        text.CopyTo(glb, at);
        glb.AsSpan(at + text.Length, textLength - text.Length).Fill((byte)' ');
        at += textLength;
        Number(binaryLength);
        Number(Binary);
        places.CopyTo(glb, at);
        triangles.CopyTo(glb, at + second);
        return glb;

        void Number(int number)
        {
            BinaryPrimitives.WriteInt32LittleEndian(glb.AsSpan(at), number);
            at += 4;
        }
    }

    static int Padded(int length) => length + 3 & ~3;
}
