using System.Text.Json.Serialization;

namespace Percurso.Viewer.Contracts;

/// <summary>A way along one of the axes in which a mesh file is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Axis>))]
public enum Axis { XPlus, XMinus, YPlus, YMinus, ZPlus, ZMinus }

/// <summary>How files lie in the patient. Where the left is follows from the other two, since nobody mirrors a scan.</summary>
/// <param name="Front">Where the patient looks.</param>
/// <param name="Up">Where the top of the patient's head is.</param>
public sealed record Orientation(Axis Front, Axis Up)
{
    /// <summary>x to the patient's left, y to the back, z up: DICOM PS3.3, C.7.6.2.1.1. What comes from a tomography lies so.</summary>
    public static readonly Orientation Dicom = new(Axis.YMinus, Axis.ZPlus);

    /// <summary>False for two ways of one axis.</summary>
    public bool IsPossible => Of(Front) != Of(Up);

    /// <summary>The patient's left: up × front.</summary>
    /// <exception cref="InvalidOperationException">It is not possible.</exception>
    public Axis Left
    {
        get
        {
            if (!IsPossible) throw new InvalidOperationException("The front and up lie on one axis.");

            var isPlus = (IsPlus(Up) == IsPlus(Front)) == ((Of(Up) + 1) % 3 == Of(Front));
            return (Axis)(2 * (3 - Of(Up) - Of(Front)) + (isPlus ? 0 : 1));
        }
    }

    static int Of(Axis axis) => (int)axis / 2;

    static bool IsPlus(Axis axis) => (int)axis % 2 == 0;
}
