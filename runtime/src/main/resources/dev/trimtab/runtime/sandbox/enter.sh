# Runs as the first process of new namespaces, with the power to mount: builds a root that holds a
# solution's workspace, its kernel and nothing else, enters it, and hands over to a command that
# gives that power up (setpriv) before the solution starts.
#
# Standard error is the caller's status file, for what goes wrong on the way and for the final "ready".
#
# arguments: ROOT WORKSPACE UID TMP_BYTES NESTED GROUPS... -- (bind|within|mask PATH)... -- COMMAND...
#   ROOT       empty directory to mount on; only these namespaces see what is mounted
#   NESTED     "user" inside a user namespace of our own, else "root"
#   GROUPS     control groups to join
#   bind PATH    shown read-only at the same place
#   within PATH  a part of the workspace, shown read-only within it
#   mask PATH    shown as an empty directory
set -eu
root=$1 workspace=$2 uid=$3 tmp_bytes=$4 nested=$5
shift 5
while [ "$1" != -- ]; do
    echo 0 >"$1/cgroup.procs"
    shift
done
shift

quiet=nosuid,nodev
mount -t tmpfs -o "$quiet,mode=755,size=16m,nr_inodes=8k" root "$root"
cd "$root"
jail=$root/jail
mkdir -p old jail/dev jail/etc jail/proc jail/tmp jail/workspace

show() { # PATH: binds it read-only at the same place beneath the new root
    if [ -d "$1" ]; then
        mkdir -p "$jail$1"
    else
        mkdir -p "$jail${1%/*}"
        [ -e "$jail$1" ] || : >"$jail$1"
    fi
    mount -o "rbind,ro,$quiet" "$1" "$jail$1" || mount -o "remount,bind,ro,$quiet,noexec" "$jail$1"
}

links=
for directory in /bin /sbin /lib /lib32 /lib64 /libx32; do
    if [ -L "$directory" ]; then
        links="$links $directory"
    elif [ -d "$directory" ]; then
        show "$directory"
    fi
done
# shellcheck disable=SC2086
[ -z "$links" ] || cp -P $links jail
# After pivot_root, until chroot, the tools are found through these.
ln -s jail/bin jail/sbin jail/lib jail/lib64 jail/usr jail/proc .
show /usr
system=
for path in /etc/ld.so.cache /etc/ld.so.conf /etc/ld.so.conf.d /etc/alternatives /etc/localtime /etc/java* /etc/python*; do
    [ ! -e "$path" ] || system="$system $path"
done
# What this user may not read is left out: a solution could not read it either.
# shellcheck disable=SC2086
cp -RP $system jail/etc || :
echo "solution:x:$uid:$uid::/tmp:/bin/sh" >jail/etc/passwd
echo "solution:x:$uid:" >jail/etc/group
echo "127.0.0.1 localhost" >jail/etc/hosts

for device in null zero urandom; do
    : >"jail/dev/$device"
    mount --bind "/dev/$device" "jail/dev/$device"
done
ln -s urandom jail/dev/random
ln -s /tmp jail/dev/shm
cp -P /dev/fd /dev/stdin /dev/stdout /dev/stderr jail/dev
mount -t tmpfs -o "$quiet,mode=1777,size=$tmp_bytes,nr_inodes=100k" tmp jail/tmp
mount -t proc -o "$quiet,noexec" proc jail/proc
mount -o "bind,$quiet" "$workspace" jail/workspace || mount -o "remount,bind,$quiet,noexec" jail/workspace

while [ "$1" != -- ]; do
    case $1 in
    bind) show "$2" ;;
    within)
        part=jail/workspace${2#"$workspace"}
        mount -o "bind,ro,$quiet" "$2" "$part" || mount -o "remount,bind,ro,$quiet,noexec" "$part"
        ;;
    mask) [ ! -d "$jail$2" ] || mount -t tmpfs -o "$quiet,mode=755,size=1m" mask "$jail$2" ;;
    esac
    shift 2
done
shift

# Being in a chroot denies the solution user namespaces of its own, and so their powers.
[ "$nested" = root ] || echo 0 >jail/proc/sys/user/max_user_namespaces
pivot_root . old
cd /
umount -l /old
mount -o remount,ro,mode=755 root /
echo ready >&2
exec 2>&1
exec chroot /jail "$@"
