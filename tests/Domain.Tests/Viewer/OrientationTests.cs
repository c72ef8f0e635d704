using Percurso.Kernel;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Domain;

namespace Percurso.Tests.Domain.Viewer;

public sealed class OrientationTests
{
    /// <summary>Known conventions: DICOM, RAS of NIfTI, y up as in computer graphics, and a cast that lies on its back.</summary>
    [Theory]
    [InlineData(Axis.YMinus, Axis.ZPlus, Axis.XPlus)]
    [InlineData(Axis.YPlus, Axis.ZPlus, Axis.XMinus)]
    [InlineData(Axis.ZPlus, Axis.YPlus, Axis.XPlus)]
    [InlineData(Axis.ZPlus, Axis.XPlus, Axis.YMinus)]
    public void The_patients_left_follows_from_front_and_up(Axis front, Axis up, Axis left) => Assert.Equal(left, new Orientation(front, up).Left);

    [Fact]
    public void Of_two_orientations_that_face_each_other_the_left_of_one_is_the_right_of_the_other()
    {
        foreach (var front in Enum.GetValues<Axis>())
            foreach (var up in Enum.GetValues<Axis>())
            {
                var one = new Orientation(front, up);
                if (!one.IsPossible) continue;
                var facing = new Orientation((Axis)((int)front ^ 1), up);
                Assert.Equal((int)one.Left ^ 1, (int)facing.Left);
                Assert.DoesNotContain((int)one.Left / 2, new[] { (int)front / 2, (int)up / 2 });
            }
    }

    [Fact]
    public void A_version_lies_as_a_tomography_until_somebody_says_otherwise_and_the_next_one_as_it()
    {
        var first = Begun(null);
        Assert.Equal(Orientation.Dicom, first.Orientation);

        first.Describe(null, new(Axis.ZPlus, Axis.YPlus), []);
        Assert.Equal(new(Axis.ZPlus, Axis.YPlus), Begun(first).Orientation);
    }

    [Fact]
    public void Front_and_up_lie_on_two_axes()
    {
        var refused = Assert.Throws<RuleBrokenException>(() => Begun(null).Describe(null, new(Axis.ZPlus, Axis.ZMinus), []));
        Assert.Equal("Input.Up", refused.Field);
        Assert.Throws<RuleBrokenException>(() => Begun(null).Describe(null, new((Axis)9, Axis.ZMinus), []));
    }

    [Fact]
    public void Another_orientation_is_another_version()
    {
        var version = Begun(null);
        var hashes = new HashSet<string>();
        foreach (var orientation in new Orientation[] { Orientation.Dicom, new(Axis.YPlus, Axis.ZPlus), new(Axis.ZPlus, Axis.YPlus) })
        {
            version.Describe(null, orientation, []);
            hashes.Add(version.HashWith(new Dictionary<Guid, PreparedMesh>()));
        }

        Assert.Equal(3, hashes.Count);
    }

    static ModelVersion Begun(ModelVersion? before) => ModelVersion.Begin("test", Guid.Empty, before, Guid.Empty, DateTime.UnixEpoch);
}
